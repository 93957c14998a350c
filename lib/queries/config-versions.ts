import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { accessIndex } from '#lib/data/access-index';
import { findNewestVersion, findReleased, findVersion, listVersions } from '#lib/data/config-versions';
import type { Db } from '#lib/data/db';
import { perIndex } from '#lib/data/per-index';
import { countActiveMembers } from '#lib/data/member-records';
import { sha256 } from '#lib/data/sha256';
import { findVersionSource } from '#lib/data/version-source';
import { canonicalJson } from '#lib/domain/audit/chain';
import { compareVersions } from '#lib/domain/config-versions/compare-versions';
import {
  versionFile,
  type ConfigVersion,
  type WholeVersion,
} from '#lib/domain/config-versions/config-version';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import { treesOf } from '#lib/domain/config-check/key-trees';
import { formOf } from '#lib/domain/config-check/look';
import { knownKey } from '#lib/domain/config-text/key-rows';
import { configFileNames } from '#lib/domain/config/file-sections';
import { reachOf, type Reach } from '#lib/domain/rbac/everyone/reach';
import { defineQuery } from './define-query';

const pageSize = 50;

const number = z.coerce.number().int().min(1).max(1_000_000);

const differenceView = z.object({
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  words: z.array(z.string()),
  parts: z.array(
    z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), line: z.int(), text: z.string() })),
  ),
});

/** Whom local files are about: everybody who may use Codex locally. */
const reachView = z.object({ people: z.int(), groups: z.int() });

const reaches = perIndex<Reach>();

async function findReach(db: Db, workspaceId: string): Promise<Reach> {
  const index = await accessIndex(db, { workspaceId });
  return reaches(index, 'codex.local', () => reachOf(index, 'codex.local'));
}

/** What a key of a configuration file does, as the catalogue says. */
function helpOf(path: string, key: string): string | null {
  const file = configFileNames.find((name) => name === path);
  return file ? (knownKey(treesOf(keyCatalogue)[formOf(file)], key.split('.'))?.help ?? null) : null;
}

/**
 * The versions of the configuration, the newest first, a page at a time: `cursor` is the number behind which a page
 * begins, `next` that of the following one. `released` is the number of the version released last; `draft` says how
 * what is wanted now differs from the newest version, null until a baseline was chosen.
 */
export const readVersions = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ cursor: number.optional() }),
  output: z.object({
    versions: z.array(versionView),
    next: z.int().nullable(),
    released: z.int().nullable(),
    draft: z.object({ differences: z.array(differenceView) }).nullable(),
    reach: reachView,
  }),
  async run({ ctx: { workspaceId }, db, input: { cursor } }) {
    const [found, released, newest, source] = await Promise.all([
      listVersions(db, { workspaceId, before: cursor, limit: pageSize + 1 }),
      findReleased(db, { workspaceId }),
      findNewestVersion(db, { workspaceId }),
      findVersionSource(db, { workspaceId }),
    ]);
    const shown = found.slice(0, pageSize);
    const differences = source && compareVersions(newest?.files ?? [], versionFiles(source, sha256), helpOf);
    return {
      versions: shown.map(toVersionView),
      next: found.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
      released: released?.number ?? null,
      draft: differences && { differences },
      reach: await findReach(db, workspaceId),
    };
  },
});

/**
 * One version: its files, and how they differ from `against`, the version released last before it, or else the
 * version before it; null for the first.
 */
export const readVersion = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ number }),
  output: versionView.extend({
    files: z.array(versionFile.extend({ sha256: z.string() })),
    /** Whether the files are still those that were kept. */
    holds: z.boolean(),
    against: z.int().nullable(),
    differences: z.array(differenceView),
    released: z.int().nullable(),
    reach: reachView,
    /** Number of the newest version. */
    newest: z.int(),
    /** Whether the workspace has one member alone, besides whom nobody could approve. */
    isSoleMember: z.boolean(),
  }),
  async run({ ctx: { workspaceId, now }, db, input }) {
    const version = await findVersion(db, { workspaceId, ...input });
    if (!version) return null;
    const [released, [newest], members, before] = await Promise.all([
      findReleased(db, { workspaceId }),
      listVersions(db, { workspaceId, limit: 1 }),
      countActiveMembers(db, { workspaceId, now }),
      findEarlier(db, { workspaceId, version }),
    ]);
    return {
      ...toVersionView(version),
      files: version.files.map((file) => ({ ...file, sha256: sha256(file.text) })),
      holds: sha256(canonicalJson(version.files)) === version.sha256,
      against: before?.number ?? null,
      differences: compareVersions(before?.files ?? [], version.files, helpOf),
      released: released?.number ?? null,
      reach: await findReach(db, workspaceId),
      newest: newest?.number ?? version.number,
      isSoleMember: members === 1,
    };
  },
});

type Asked = { workspaceId: string; version: ConfigVersion };

/** What a version is held against: the one released last before it, or else the one before it. */
async function findEarlier(db: Db, { workspaceId, version }: Asked): Promise<WholeVersion | null> {
  const { number: own, release } = version;
  const released = await findReleased(db, { workspaceId, ...(release ? { before: release.at } : {}) });
  return released ?? (own > 1 ? findVersion(db, { workspaceId, number: own - 1 }) : null);
}
