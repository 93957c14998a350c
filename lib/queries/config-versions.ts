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
import { isPolicyPath, keptPolicies } from '#lib/domain/config-policies/policy-files';
import { reachOf as policyReach } from '#lib/domain/config-policies/policy-reach';
import { comparePolicies, type ToldWith } from '#lib/domain/config-versions/compare-policies';
import { compareVersions } from '#lib/domain/config-versions/compare-versions';
import {
  versionFile,
  type ConfigVersion,
  type VersionFile,
  type WholeVersion,
} from '#lib/domain/config-versions/config-version';
import { versionFiles } from '#lib/domain/config-versions/draft-files';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import { treesOf } from '#lib/domain/config-check/key-trees';
import { formOf } from '#lib/domain/config-check/look';
import { knownKey } from '#lib/domain/config-text/key-rows';
import { configFileNames } from '#lib/domain/config/file-sections';
import type { Population } from '#lib/domain/rbac/everyone/population';
import { reachOf, type Reach } from '#lib/domain/rbac/everyone/reach';
import { populationWith } from '#lib/domain/rbac/everyone/select-people';
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

/**
 * Whom local files are about: everybody who may use Codex locally. `base` of them match no policy of the files, so that
 * what requirements.toml says is for them.
 */
const reachView = z.object({ people: z.int(), groups: z.int(), base: z.int() });

const local = 'codex.local';
const reaches = perIndex<Reach>();
const populations = perIndex<Population>();

/** Whom the files of a version reach, and what a difference between policies is told with. */
async function findReach(db: Db, workspaceId: string) {
  const index = await accessIndex(db, { workspaceId });
  const { stored } = index;
  const names = new Map(stored.groups.map(({ id, name }) => [id, name]));
  const population = populations(index, local, () => populationWith(index, local));
  const among = { population, groups: stored.groups };
  const told: ToldWith = {
    helpOf,
    groupName: (id) => names.get(id) ?? id,
    peopleOf: (policies) => policyReach(policies, among).policies.map(({ first }) => first),
  };
  const reach = (files: readonly VersionFile[]) => ({
    ...reaches(index, local, () => reachOf(index, local)),
    base: policyReach(keptPolicies(files), among).base,
  });
  return { reach, told };
}

const numberOf = (version: ConfigVersion | null | undefined) => version?.number ?? null;

type Pair = { before: readonly VersionFile[]; after: readonly VersionFile[] };

/** How files differ, policies last. */
const differencesOf = ({ before, after }: Pair, told: ToldWith) => [
  ...compareVersions(before, after, told.helpOf),
  ...comparePolicies(before, after, told),
];

/** What a key of a configuration file does, as the catalogue says. */
function helpOf(path: string, key: string): string | null {
  const file = isPolicyPath(path) ? 'requirements.toml' : configFileNames.find((name) => name === path);
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
    const [found, released, newest, source, { reach, told }] = await Promise.all([
      listVersions(db, { workspaceId, before: cursor, limit: pageSize + 1 }),
      findReleased(db, { workspaceId }),
      findNewestVersion(db, { workspaceId }),
      findVersionSource(db, { workspaceId }),
      findReach(db, workspaceId),
    ]);
    const shown = found.slice(0, pageSize);
    const kept = newest?.files ?? [];
    const files = source && versionFiles(source, sha256);
    return {
      versions: shown.map(toVersionView),
      next: found.length > pageSize ? numberOf(shown.at(-1)) : null,
      released: numberOf(released),
      draft: files && { differences: differencesOf({ before: kept, after: files }, told) },
      reach: reach(files ?? kept),
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
    const [released, [newest], members, before, { reach, told }] = await Promise.all([
      findReleased(db, { workspaceId }),
      listVersions(db, { workspaceId, limit: 1 }),
      countActiveMembers(db, { workspaceId, now }),
      findEarlier(db, { workspaceId, version }),
      findReach(db, workspaceId),
    ]);
    return {
      ...toVersionView(version),
      files: version.files.map((file) => ({ ...file, sha256: sha256(file.text) })),
      holds: sha256(canonicalJson(version.files)) === version.sha256,
      against: before?.number ?? null,
      differences: differencesOf({ before: before?.files ?? [], after: version.files }, told),
      released: released?.number ?? null,
      reach: reach(version.files),
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
