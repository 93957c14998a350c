import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import type { Db } from '#lib/data/db';
import { listMemberChoices } from '#lib/data/member-records';
import { listReportingOwners, saveReportingOwner } from '#lib/data/reporting-owners';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { conflict } from '#lib/domain/errors';
import { ownerFields } from '#lib/domain/owners/owner';
import {
  nobodyFor,
  reportingAreas,
  setReportingOwner as decideOwner,
} from '#lib/domain/reporting-owners/reporting-owner';
import { err, ok, type Result } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

type Person = { name: string | null; email: string | null };
type NoMember = { code: 'member_missing'; message: string; fields: Record<string, string[]> };

/** The person meant: a member by id, or somebody by name and e-mail address. */
async function personOf(
  ctx: Context,
  tx: Db,
  { memberId, ...person }: Person & { memberId: string | null },
): Promise<Result<Person, NoMember>> {
  if (memberId === null) return ok(person);
  const { workspaceId, now } = ctx;
  const member = (await listMemberChoices(tx, { workspaceId, now })).find(({ id }) => id === memberId);
  if (member) return ok({ name: member.name, email: member.email });
  const message = 'Choose somebody who is a member now.';
  return err({ code: 'member_missing', message, fields: { memberId: [message] } });
}

/** Names who answers for adoption reporting, or for audit and compliance review; or leaves it to nobody. */
export const setReportingOwner = defineCommand({
  capability: 'governance.write',
  input: z.strictObject({
    area: z.enum(reportingAreas),
    /** A member; name and e-mail are then the member's own. */
    memberId: z.string().nullable().default(null),
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

    const person = await personOf(ctx, tx, input);
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
