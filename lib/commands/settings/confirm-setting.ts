import 'server-only';
import { z } from 'zod';
import { settingKeys } from '#lib/catalog/settings';
import { defineCommand } from '#lib/commands/define-command';
import { appendConfirmation, listSettings } from '#lib/data/settings';
import { changed } from '#lib/domain/audit/audit-event';
import { ok } from '#lib/domain/result';
import {
  confirmationFields,
  confirmSetting as decideConfirmation,
} from '#lib/domain/settings/confirm-setting';
import { settingView, toSettingView } from '#lib/domain/settings/setting-view';
import { neverWritten } from '#lib/domain/settings/setting';

/** Records what a person saw a toggle stand at in the vendor's console, with a note and a link. */
export const confirmSetting = defineCommand({
  capability: 'setting.confirm',
  input: z.strictObject({ key: z.enum(settingKeys), ...confirmationFields }),
  output: settingView,
  async run({ ctx, tx, input: { key, state, note, link } }) {
    const { workspaceId } = ctx;
    const current = (await listSettings(tx, { workspaceId })).get(key) ?? neverWritten(key);
    const next = decideConfirmation(current, { state, note, link, at: ctx.now, by: ctx.actor.name });
    if (next.confirmation) await appendConfirmation(tx, { workspaceId, key, ...next.confirmation });
    return ok(
      changed(toSettingView(next), {
        action: 'setting.confirmed',
        subject: `setting:${key}`,
        before: toSettingView(current),
        after: toSettingView(next),
      }),
    );
  },
});
