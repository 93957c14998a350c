import 'server-only';
import { z } from 'zod';
import { findConfiguration } from '#lib/data/configurations';
import { findConfigDraft, type StoredDraft } from '#lib/data/config-draft';
import { findWorkspace } from '#lib/data/workspaces';
import { configurationView, toConfigurationView } from '#lib/domain/config/configuration-view';
import { leftToText, leftToTexts } from '#lib/domain/config-text/left-to-texts';
import { bodyOf } from '#lib/domain/config-text/config-draft';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { renderFile } from '#lib/domain/config/render-files';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** The baseline decisions, with who changed them last. */
export const readConfiguration = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: configurationView.extend({
    /** Why each part of `byText` is left to a text, and to which. */
    leftToTexts: z.array(leftToText),
    changedAt: z.date().nullable(),
    changedBy: z.string().nullable(),
  }),
  async run({ ctx, db }) {
    const { workspaceId } = ctx;
    const configuration = await findConfiguration(db, { workspaceId });
    const { changedAt, changedBy, byText } = configuration;
    // Texts are long, and most workspaces leave nothing to them.
    const { draft } = byText.length > 0 ? await findConfigDraft(db, { workspaceId }) : { draft: null };
    const left = draft ? leftToTexts(draft) : [];
    return { ...toConfigurationView(configuration), leftToTexts: left, changedAt, changedBy };
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
    const [stored, workspace] = await Promise.all([
      findConfigDraft(db, { workspaceId }),
      findWorkspace(db, { workspaceId }),
    ]);
    if (!stored.draft || !workspace) return null;
    const changedAt = changeOf(name, stored);
    const text = renderFile(name, bodyOf(name, stored.draft), { workspace, changedAt }, sha256);
    return { name, text, sha256: sha256(text), changedAt };
  },
});

/** When what a file says was changed last: a text of its own says it all, and config.toml nothing about sign-in. */
function changeOf(name: ConfigFileName, { configuration, login, texts }: StoredDraft): Date {
  const own = texts.get(name)?.changedAt;
  if (own) return own;
  const times = [configuration.changedAt, name === 'config.toml' ? null : login.changedAt];
  return new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)));
}
