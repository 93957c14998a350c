import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listPolicies } from '#lib/data/config-policies';
import {
  appendVersion,
  findNewestVersion,
  findReleased,
  findReviewed,
  findVersion,
  listDraftAuthors,
} from '#lib/data/config-versions';
import { findDraftFindings, findPolicyFindings } from '#lib/data/draft-findings';
import { findVersionSource } from '#lib/data/version-source';
import { sha256 } from '#lib/data/sha256';
import type { Db } from '#lib/data/db';
import { changed } from '#lib/domain/audit/audit-event';
import { canonicalJson } from '#lib/domain/audit/chain';
import type { ConfigVersion, VersionFile, VersionOrigin } from '#lib/domain/config-versions/config-version';
import {
  filesWith,
  readOnlySource,
  versionFiles,
  type VersionSource,
} from '#lib/domain/config-versions/draft-files';
import { releasedSource } from '#lib/domain/config-versions/released-source';
import { refuseErrors, type ErrorsLeft } from '#lib/domain/config-versions/refuse-errors';
import { toVersionView, versionView } from '#lib/domain/config-versions/version-view';
import type { Context } from '#lib/domain/context';
import { conflict } from '#lib/domain/errors';
import { err, ok, type Result } from '#lib/domain/result';
import type { BrokenText } from '#lib/domain/config-text/config-draft';
import { multilineText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';
import { versionNumber } from './find-one-version';

const noSuchVersion = { code: 'not_found', message: 'There is no such version.' } as const;
const noConfiguration = {
  code: 'no_configuration',
  message: 'Choose a baseline first: no file follows from nothing.',
} as const;

type FilesError = typeof noSuchVersion | typeof noConfiguration | BrokenText | ErrorsLeft;

const origin = z.union([z.enum(['draft', 'read_only']), versionNumber], 'Say what it is made of.');

/**
 * Keeps the configuration as a version, for good: the draft as it is, the preset “read-only now” for an emergency, or
 * an older version brought back. `version` is the number of the newest version the caller saw, 0 before the first.
 */
export const makeVersion = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ from: origin, note: multilineText({ max: 1000 }), version: seenVersion }),
  output: versionView,
  async run({ ctx, tx, input: { from, note, version } }) {
    const { workspaceId, now: at } = ctx;
    const newest = await findNewestVersion(tx, { workspaceId });
    if ((newest?.number ?? 0) !== version) return err(conflict(newest && toVersionView(newest)));
    const made = await filesOf(ctx, tx, from);
    if (!made.ok) return made;
    const files = made.value;
    const sum = sha256(canonicalJson(files));
    if (newest?.sha256 === sum) {
      const message = `Version ${String(newest.number)} holds exactly these files.`;
      return err({ code: 'nothing_changed', message });
    }

    const next: ConfigVersion = {
      ...{ number: version + 1, origin: from, sha256: sum, note, at },
      authors: await authorsOf(ctx, tx, from),
      ...{ approval: null, release: null },
    };
    await appendVersion(tx, { workspaceId, ...next, files });
    const subject = `config_version:${String(next.number)}`;
    const after = toVersionView(next);
    return ok(changed(after, { action: 'config_version.made', subject, before: null, after }));
  },
});

async function filesOf(
  { workspaceId }: Context,
  tx: Db,
  from: VersionOrigin,
): Promise<Result<readonly VersionFile[], FilesError>> {
  if (typeof from === 'number') {
    const version = await findVersion(tx, { workspaceId, number: from });
    return version ? ok(version.files) : err(noSuchVersion);
  }
  return from === 'draft' ? filesOfDraft(workspaceId, tx) : emergencyFiles(workspaceId, tx);
}

async function filesOfDraft(
  workspaceId: string,
  tx: Db,
): Promise<Result<readonly VersionFile[], FilesError>> {
  const source = await findVersionSource(tx, { workspaceId });
  if (!source) return err(noConfiguration);
  const clean = await withoutErrors(workspaceId, tx, source);
  return clean.ok ? ok(versionFiles(source, sha256)) : clean;
}

/**
 * “Read-only now” over what is in force, so that nobody's half-written draft stands in its way or goes along with it;
 * over the draft while nothing was released.
 */
async function emergencyFiles(
  workspaceId: string,
  tx: Db,
): Promise<Result<readonly VersionFile[], FilesError>> {
  const wanted = await findVersionSource(tx, { workspaceId });
  if (!wanted) return err(noConfiguration);
  const released = await findReleased(tx, { workspaceId });
  if (released) {
    const source = readOnlySource(releasedSource(released.files));
    if (!source.ok) return source;
    return ok(filesWith({ ...source.value, workspace: wanted.workspace }, sha256));
  }
  const source = readOnlySource(wanted);
  if (!source.ok) return source;
  const clean = await withoutErrors(workspaceId, tx, source.value);
  return clean.ok ? ok(versionFiles(source.value, sha256)) : clean;
}

type Looked = Pick<VersionSource, 'draft' | 'policies'>;

async function withoutErrors(workspaceId: string, tx: Db, { draft, policies }: Looked) {
  return refuseErrors({
    texts: await findDraftFindings(tx, { workspaceId, draft }),
    policies: await findPolicyFindings(tx, { workspaceId, draft, policies }),
  });
}

/**
 * Whoever saves it, and whoever wrote what is in it: of an older version its authors, else all who changed the draft or
 * its policies since others last looked at it. A version in between that nobody approved hides nobody's part.
 */
async function authorsOf(
  { workspaceId, actor }: Context,
  tx: Db,
  from: VersionOrigin,
): Promise<ConfigVersion['authors']> {
  const self = { id: actor.id, name: actor.name };
  const wrote = await writersOf(workspaceId, tx, from);
  return [self, ...wrote.filter(({ id }) => id !== self.id)];
}

async function writersOf(
  workspaceId: string,
  tx: Db,
  from: VersionOrigin,
): Promise<ConfigVersion['authors']> {
  if (typeof from === 'number') return (await findVersion(tx, { workspaceId, number: from }))?.authors ?? [];
  const released = from === 'read_only' ? await findReleased(tx, { workspaceId }) : null;
  // Nothing of the draft is in what was made of a release; its own authors count where nobody else approved it.
  if (released) return released.approval ? [] : released.authors;
  return listDraftAuthors(tx, {
    workspaceId,
    reviewed: await findReviewed(tx, { workspaceId }),
    policyIds: (await listPolicies(tx, { workspaceId })).map(({ id }) => id),
  });
}
