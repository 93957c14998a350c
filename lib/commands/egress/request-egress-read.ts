import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findEgressFetch } from '#lib/data/egress-fetch';
import { appendJob } from '#lib/data/outbox';
import { changed } from '#lib/domain/audit/audit-event';
import { egressFetchView } from '#lib/domain/egress/egress-views';
import { err, ok } from '#lib/domain/result';

/** Has the published file read now, by a job, instead of at its next time. Refused while the switch is off. */
export const requestEgressRead = defineCommand({
  capability: 'egress.write',
  input: z.strictObject({}),
  output: egressFetchView,
  async run({ ctx, tx }) {
    const { workspaceId } = ctx;
    const current = await findEgressFetch(tx, { workspaceId });
    if (!current.isOn) {
      return err({
        code: 'egress_fetch_off',
        message: 'Turn the daily read on first; nothing is fetched while it is off.',
      });
    }
    await appendJob(tx, { name: 'fetch-egress', payload: { workspaceId } });
    const { url } = current;
    return ok(
      changed(current, {
        action: 'egress.read_requested',
        subject: 'egress:fetch',
        before: null,
        after: { url },
      }),
    );
  },
});
