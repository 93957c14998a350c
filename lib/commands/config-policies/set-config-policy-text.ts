import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { writtenText } from '#lib/domain/config-text/text-view';
import { withoutPolicyHeader } from '#lib/domain/config-policies/policy-files';
import { policyView, toPolicyView } from '#lib/domain/config-policies/policy-view';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { findPolicies, storePolicies } from './policy-list';

/** Writes the requirements of a policy: as they are, with comments, also where they are no TOML. */
export const setConfigPolicyText = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ id: z.uuid(), text: writtenText, version: seenVersion }),
  output: policyView,
  async run({ ctx, tx, input: { id, text: written, version } }) {
    const { list, policy } = await findPolicies(ctx, tx, id);
    if (!policy) return err(notFound);
    if (policy.version !== version) return err(conflict(toPolicyView(list, id)));
    const text = withoutPolicyHeader(written);
    if (text === policy.text) return ok(unchanged(toPolicyView(list, id)));
    const after = list.map((one) => (one === policy ? { ...policy, text, version: version + 1 } : one));
    return ok(await storePolicies(ctx, tx, { before: list, after, id, action: 'config_policy.written' }));
  },
});
