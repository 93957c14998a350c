import 'server-only';
import { z } from 'zod';
import { findReleased, findVersion } from '#lib/data/config-versions';
import type { Db } from '#lib/data/db';
import { sha256 } from '#lib/data/sha256';
import { findWorkspace, type Workspace } from '#lib/data/workspaces';
import { bundlePart, partType } from '#lib/domain/bundles/bundle-files';
import type { BundleSource } from '#lib/domain/bundles/bundle';
import { isPolicyPath } from '#lib/domain/config-policies/policy-files';
import type { VersionFile, WholeVersion } from '#lib/domain/config-versions/config-version';
import { Refused } from '#lib/domain/errors';
import { zipFiles } from '#lib/domain/team-config/render-team-config';
import { defineQuery } from './define-query';

/** Archives of the released files alone, as they were frozen. */
const archives: Readonly<Record<string, (file: VersionFile) => boolean>> = {
  'release.zip': () => true,
  'team-config.zip': ({ path }) =>
    path !== 'requirements.toml' && path !== 'managed_config.toml' && !isPolicyPath(path),
};

const whichRelease = z.union([z.literal('latest'), z.coerce.number().int().min(1).max(1_000_000)]);

const nothingReleased = { code: 'not_found', message: 'Nothing is released yet.' } as const;

/** A release; not found, in words of its own, while there is no current one that `latest` could mean. */
async function findRelease(db: Db, workspaceId: string, which: z.output<typeof whichRelease>) {
  const version =
    which === 'latest'
      ? await findReleased(db, { workspaceId })
      : await findVersion(db, { workspaceId, number: which });
  if (version?.release) return { ...version, release: version.release };
  if (which === 'latest') throw new Refused(nothingReleased);
  return null;
}

type Released = WholeVersion & { release: NonNullable<WholeVersion['release']> };

function bundleSource(
  { id, name, slug }: Workspace,
  { number, sha256: content, files, release }: Released,
): BundleSource {
  return {
    workspace: { name, slug },
    machineSalt: sha256(`slipway machine ${id}`),
    ...{ number, sha256: content, files },
    exceptions: release.exceptions,
    certificates: release.certificates,
  };
}

/** A release: when it was released, and its files with their sums. `latest` is the release that is current. */
export const readRelease = defineQuery({
  capability: 'release.read',
  input: z.strictObject({ number: whichRelease }),
  output: z.object({
    /** Number of the release. */
    release: z.int(),
    /** Sum of its content. */
    sha256: z.string(),
    releasedAt: z.date(),
    files: z.array(z.object({ path: z.string(), sha256: z.string() })),
  }),
  async run({ ctx: { workspaceId }, db, input: { number } }) {
    const found = await findRelease(db, workspaceId, number);
    return (
      found && {
        ...{ release: found.number, sha256: found.sha256, releasedAt: found.release.at },
        files: found.files.map(({ path, text }) => ({ path, sha256: sha256(text) })),
      }
    );
  },
});

/**
 * A part of a release: a file as it was frozen, a file of the bundle that lays it down, or an archive. `latest` is the
 * release that is current. The same release gives the same bytes. Not found before the release.
 */
export const readReleaseFile = defineQuery({
  capability: 'release.read',
  input: z.strictObject({ number: whichRelease, file: z.string().max(300) }),
  output: z.object({
    /** Number of the release. */
    release: z.int(),
    /** What the file is called where it is saved. */
    name: z.string(),
    /** What it is called in the release. */
    path: z.string(),
    type: z.string(),
    bytes: z.instanceof(Uint8Array),
    sha256: z.string(),
  }),
  async run({ ctx: { workspaceId }, db, input: { number, file: path } }) {
    const released = await findRelease(db, workspaceId, number);
    const workspace = await findWorkspace(db, { workspaceId });
    if (!released || !workspace) return null;
    const chosen = Object.hasOwn(archives, path) ? archives[path] : undefined;
    const source = bundleSource(workspace, released);
    const bytes = chosen ? zipFiles(released.files.filter(chosen)) : bundlePart(path, source, sha256);
    if (!bytes) return null;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return {
      ...{ release: released.number, name, path, type: partType(path) },
      ...{ bytes, sha256: sha256(bytes) },
    };
  },
});
