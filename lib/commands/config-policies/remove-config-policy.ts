import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { changed } from '#lib/domain/audit/audit-event';
import { policyView, toPolicyView } from '#lib/domain/config-policies/policy-view';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { findPolicies, replacePolicies } from './policy-list';

/** Removes a policy: its people get the next that names a group of theirs, or the base policy. */
export const removeConfigPolicy = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ id: z.uuid(), version: seenVersion }),
  output: policyView,
  async run({ ctx, tx, input: { id, version } }) {
    const { list, policy } = await findPolicies(ctx, tx, id);
    if (!policy) return err(notFound);
    const before = toPolicyView(list, id);
    if (policy.version !== version) return err(conflict(before));
    const after = list.filter((one) => one !== policy);
    await replacePolicies(ctx, tx, { before: list, after });
    const subject = `config_policy:${id}`;
    return ok(changed(before, { action: 'config_policy.removed', subject, before, after: null }));
  },
});
