import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findEgressFetch, saveTry } from '#lib/data/egress-fetch';
import { changed } from '#lib/domain/audit/audit-event';
import { egressFetchView } from '#lib/domain/egress/egress-views';
import { ok } from '#lib/domain/result';

/** Notes why a read of the published file gave nothing. Both lists stay as they are. */
export const noteFetchFailure = defineCommand({
  capability: 'egress.record',
  input: z.strictObject({ failure: z.string().min(1).max(500) }),
  output: egressFetchView,
  async run({ ctx, tx, input: { failure } }) {
    const { workspaceId, now } = ctx;
    const current = await findEgressFetch(tx, { workspaceId });
    await saveTry(tx, { workspaceId, triedAt: now, failure });
    const { url } = current;
    return ok(
      changed(
        { ...current, triedAt: now, failure },
        { action: 'egress.fetch_failed', subject: 'egress:fetch', before: null, after: { url, failure } },
      ),
    );
  },
});
