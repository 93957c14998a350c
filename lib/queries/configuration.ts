import 'server-only';
import { z } from 'zod';
import { findConfiguration } from '#lib/data/configurations';
import { findLogin } from '#lib/data/login-restrictions';
import { findWorkspace } from '#lib/data/workspaces';
import { configurationView, toConfigurationView } from '#lib/domain/config/configuration-view';
import { configFileNames } from '#lib/domain/config/file-sections';
import { renderFile } from '#lib/domain/config/render-files';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** The baseline decisions, with who changed them last. */
export const readConfiguration = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: configurationView.extend({ changedAt: z.date().nullable(), changedBy: z.string().nullable() }),
  async run({ ctx, db }) {
    const configuration = await findConfiguration(db, { workspaceId: ctx.workspaceId });
    const { changedAt, changedBy } = configuration;
    return { ...toConfigurationView(configuration), changedAt, changedBy };
  },
});

/** One configuration file, ready to be handed out; not found until decisions were made. */
export const readConfigurationFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(configFileNames) }),
  output: z.object({
    name: z.enum(configFileNames),
    text: z.string(),
    sha256: z.string(),
    /** When what the file says was changed last. */
    changedAt: z.date(),
  }),
  async run({ ctx, db, input: { name } }) {
    const { workspaceId } = ctx;
    const [{ decisions, changedAt: decidedAt }, login, workspace] = await Promise.all([
      findConfiguration(db, { workspaceId }),
      findLogin(db, { workspaceId }),
      findWorkspace(db, { workspaceId }),
    ]);
    if (!decisions || !decidedAt || !workspace) return null;
    // config.toml says nothing about sign-in.
    const restrictedAt = name === 'config.toml' ? null : login.changedAt;
    const changedAt = restrictedAt && restrictedAt > decidedAt ? restrictedAt : decidedAt;
    const source = { decisions, login: login.restriction };
    const text = renderFile(name, source, { workspace, changedAt }, sha256);
    return { name, text, sha256: sha256(text), changedAt };
  },
});
