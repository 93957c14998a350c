import 'server-only';
import { z } from 'zod';
import { egressUrls } from '#lib/catalog/egress-sources';
import { defineCommand } from '#lib/commands/define-command';
import { findEgressFetch, saveEgressFetch } from '#lib/data/egress-fetch';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { egressFetchView } from '#lib/domain/egress/egress-views';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Turns the daily read of a published file on or off. It is off until somebody turns it on. */
export const setEgressFetch = defineCommand({
  capability: 'egress.write',
  input: z.strictObject({ isOn: z.boolean(), url: z.enum(egressUrls), version: seenVersion }),
  output: egressFetchView,
  async run({ ctx, tx, input: { isOn, url, version } }) {
    const { workspaceId, now, actor } = ctx;
    const current = await findEgressFetch(tx, { workspaceId });
    if (current.version !== version) return err(conflict(current));
    if (version > 0 && current.isOn === isOn && current.url === url) return ok(unchanged(current));

    const next = { ...current, isOn, url, version: version + 1, changedAt: now, changedBy: actor.name };
    await saveEgressFetch(tx, { workspaceId, ...next });
    return ok(
      changed(next, {
        action: isOn ? 'egress.fetch_turned_on' : 'egress.fetch_turned_off',
        subject: 'egress:fetch',
        before: current,
        after: next,
      }),
    );
  },
});
