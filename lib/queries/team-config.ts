import 'server-only';
import { z } from 'zod';
import { findTeamConfig } from '#lib/data/team-configs';
import { findWorkspace } from '#lib/data/workspaces';
import { renderTeamFiles, zipFiles } from '#lib/domain/team-config/render-team-config';
import { teamConfigView, toTeamConfigView } from '#lib/domain/team-config/team-config-view';
import { readConfigurationFile } from './configuration';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** Rules and skills, who saved them last, and what our own look finds in them. */
export const readTeamConfig = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: teamConfigView.extend({ changedAt: z.date().nullable(), changedBy: z.string().nullable() }),
  async run({ ctx: { workspaceId }, db }) {
    const stored = await findTeamConfig(db, { workspaceId });
    const { changedAt, changedBy } = stored;
    return { ...toTeamConfigView(stored, sha256), changedAt, changedBy };
  },
});

/** The files of the Team Config with their texts, config.toml first; not found until decisions were made. */
export const readTeamFiles = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.array(z.object({ path: z.string(), text: z.string(), sha256: z.string() })),
  async run({ ctx, db }) {
    const { workspaceId } = ctx;
    const [config, { changedAt, ...stored }, workspace] = await Promise.all([
      readConfigurationFile(ctx, { name: 'config.toml' }),
      findTeamConfig(db, { workspaceId }),
      findWorkspace(db, { workspaceId }),
    ]);
    if (!config || !workspace) return null;
    const meta = { workspace, changedAt: changedAt ?? config.changedAt };
    const files = [{ path: config.name, text: config.text }, ...renderTeamFiles(stored, meta, sha256)];
    return files.map(({ path, text }) => ({ path, text, sha256: sha256(text) }));
  },
});

/** The Team Config as one zip archive; not found until decisions were made. */
export const readTeamConfigZip = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ name: z.string(), content: z.instanceof(Uint8Array), sha256: z.string() }),
  async run({ ctx }) {
    const files = await readTeamFiles(ctx);
    if (!files) return null;
    const content = zipFiles(files);
    return { name: 'team-config.zip', content, sha256: sha256(content) };
  },
});
