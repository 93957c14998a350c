import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findChannel, saveChannel } from '#lib/data/channels';
import { findWorkspace } from '#lib/data/workspaces';
import { changed } from '#lib/domain/audit/audit-event';
import { channelFields, channelKeys, setChannel as decideChannel } from '#lib/domain/channels/channel';
import { channelView } from '#lib/domain/channels/channel-view';
import { conflict } from '#lib/domain/errors';
import { localDay } from '#lib/domain/local-day';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records how a governance channel stands: who set it up, when it was last exported, or why it is left out. */
export const setChannel = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({ key: z.enum(channelKeys), ...channelFields, version: seenVersion }),
  output: channelView,
  async run({ ctx, tx, input: { key, version, ...input } }) {
    const { workspaceId, now, actor } = ctx;
    const before = await findChannel(tx, { workspaceId, key });
    if (before.version !== version) return err(conflict(before));

    const workspace = await findWorkspace(tx, { workspaceId });
    const today = localDay(now, workspace?.timeZone ?? 'UTC');
    const next = decideChannel(before, input, { by: actor.name, at: now, today });
    if (!next.ok) return next;
    const after = next.value;
    await saveChannel(tx, { workspaceId, ...after, by: actor.name, at: now });
    return ok(changed(after, { action: 'channel.recorded', subject: `channel:${key}`, before, after }));
  },
});
