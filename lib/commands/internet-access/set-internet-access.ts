import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveInternetAccess } from '#lib/data/internet-access';
import { loadFacts } from '#lib/data/load-facts';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import {
  internetAccessView,
  policyFields,
  setInternetAccess as decideAccess,
  toInternetAccessView,
} from '#lib/domain/internet-access/internet-access';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Writes down what agents of Codex cloud may reach on the internet. */
export const setInternetAccess = defineCommand({
  capability: 'setting.write',
  input: z.strictObject({ ...policyFields, version: seenVersion }),
  output: internetAccessView,
  async run({ ctx, tx, input: { version, ...policy } }) {
    const { workspaceId, now, actor } = ctx;
    const { internetAccess: current } = await loadFacts(ctx, tx);
    const before = toInternetAccessView(current);
    if (before.version !== version) return err(conflict(before));

    const next = decideAccess(current, policy);
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(before));
    const written = { policy, version: next.value.version, changedAt: now, changedBy: actor.name };
    await saveInternetAccess(tx, { workspaceId, ...written });
    const after = toInternetAccessView(next.value);
    return ok(
      changed(after, {
        action: 'internet_access.decided',
        subject: 'internet_access:cloud',
        before,
        after,
      }),
    );
  },
});
