import 'server-only';
import { z } from 'zod';
import { settingKeys } from '#lib/catalog/settings';
import { listSettings } from '#lib/data/settings';
import { neverWritten } from '#lib/domain/settings/setting';
import { settingView, toSettingView } from '#lib/domain/settings/setting-view';
import { defineQuery } from './define-query';

/** Every workspace toggle of the guide, in its order, with what is wanted and what was confirmed. */
export const readSettings = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ settings: z.array(settingView) }),
  async run({ ctx, db }) {
    const stored = await listSettings(db, { workspaceId: ctx.workspaceId });
    return { settings: settingKeys.map((key) => toSettingView(stored.get(key) ?? neverWritten(key))) };
  },
});
