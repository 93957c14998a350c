import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { memberId, personOf } from '#lib/commands/owners/person-of';
import { listReportingOwners, saveReportingOwner } from '#lib/data/reporting-owners';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { ownerFields } from '#lib/domain/owners/owner';
import {
  nobodyFor,
  reportingAreas,
  setReportingOwner as decideOwner,
} from '#lib/domain/reporting-owners/reporting-owner';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Names who answers for adoption reporting, or for audit and compliance review; or leaves it to nobody. */
export const setReportingOwner = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({
    area: z.enum(reportingAreas),
    memberId,
    name: ownerFields.name.default(null),
    email: ownerFields.email.default(null),
    version: seenVersion,
  }),
  output: z.object({
    area: z.enum(reportingAreas),
    name: z.string().nullable(),
    email: z.string().nullable(),
    version: z.int(),
  }),
  async run({ ctx, tx, input: { area, version, ...input } }) {
    const { workspaceId, now, actor } = ctx;
    const owners = await listReportingOwners(tx, { workspaceId });
    const before = owners.find((owner) => owner.area === area) ?? nobodyFor(area);
    if (before.version !== version) return err(conflict(before));

    const person = await personOf(input, ctx, tx);
    if (!person.ok) return person;
    const next = decideOwner(before, person.value);
    if (!next.ok) return next;
    const after = next.value;
    if (after === before) return ok(unchanged(before));
    await saveReportingOwner(tx, { ...after, workspaceId, changedAt: now, changedBy: actor.name });
    const action = after.name === null ? 'reporting_owner.removed' : 'reporting_owner.named';
    return ok(changed(after, { action, subject: `reporting_owner:${area}`, before, after }));
  },
});
