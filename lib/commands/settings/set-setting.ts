import 'server-only';
import { z } from 'zod';
import { settingKeys, settings } from '#lib/catalog/settings';
import { defineCommand } from '#lib/commands/define-command';
import { listSettings, saveWish } from '#lib/data/settings';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { settingView, toSettingView } from '#lib/domain/settings/setting-view';
import { neverWritten } from '#lib/domain/settings/setting';
import { setWanted } from '#lib/domain/settings/set-wanted';
import { seenVersion } from '#lib/domain/versioned';

/** Records what is wanted of one workspace toggle. */
export const setSetting = defineCommand({
  capability: 'setting.write',
  input: z.strictObject({ key: z.enum(settingKeys), wanted: z.boolean(), version: seenVersion }),
  output: settingView,
  async run({ ctx, tx, input: { key, wanted, version } }) {
    const { workspaceId } = ctx;
    const all = await listSettings(tx, { workspaceId });
    const current = all.get(key) ?? neverWritten(key);
    if (current.version !== version) return err(conflict(toSettingView(current)));

    const wish = { wanted, at: ctx.now, by: ctx.actor.name };
    const next = setWanted(current, wish, settings, (other) => all.get(other)?.wanted ?? false);
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(toSettingView(current)));

    await saveWish(tx, {
      workspaceId,
      key,
      wanted,
      version: next.value.version,
      wantedAt: ctx.now,
      wantedBy: ctx.actor.name,
    });
    return ok(
      changed(toSettingView(next.value), {
        action: wanted ? 'setting.wanted' : 'setting.unwanted',
        subject: `setting:${key}`,
        before: toSettingView(current),
        after: toSettingView(next.value),
      }),
    );
  },
});
