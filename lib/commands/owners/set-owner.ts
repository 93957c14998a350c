import 'server-only';
import { z } from 'zod';
import { guide } from '#lib/catalog/guide';
import { defineCommand } from '#lib/commands/define-command';
import type { Db } from '#lib/data/db';
import { appendJob } from '#lib/data/outbox';
import { listOwners, saveOwner } from '#lib/data/owners';
import { findWorkspace } from '#lib/data/workspaces';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { conflict } from '#lib/domain/errors';
import { namedOwnerMail } from '#lib/domain/owners/named-owner-mail';
import {
  duties,
  nobodyYet,
  type Owner,
  ownerFields,
  ownerView,
  setOwner as decideOwner,
} from '#lib/domain/owners/owner';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { memberId, personOf } from './person-of';

async function tellByMail(before: Owner, after: Owner, ctx: Context, db: Db): Promise<void> {
  const workspace = await findWorkspace(db, ctx);
  const mail = namedOwnerMail(before, after, {
    dutyLabel: guide.duties[after.duty].label,
    workspaceName: workspace?.name ?? '',
    actorName: ctx.actor.name,
  });
  if (mail) await appendJob(db, { name: 'send-mail', payload: mail });
}

/**
 * Names who holds a duty of Step 0, or leaves it to nobody. The person needs no account here.
 *
 * A person named with an e-mail address is told by mail, which a job sends.
 */
export const setOwner = defineCommand({
  capability: 'owners.write',
  input: z
    .strictObject({
      duty: z.enum(duties),
      ...ownerFields,
      name: ownerFields.name.optional(),
      email: ownerFields.email.optional(),
      memberId,
      version: seenVersion,
    })
    .refine((named) => named.memberId || named.name !== undefined, {
      path: ['name'],
      error: 'Give a name, or null for nobody.',
    }),
  output: ownerView,
  async run({ ctx, tx, input: { duty, version, ...typed } }) {
    const { workspaceId } = ctx;
    const owners = await listOwners(tx, { workspaceId });
    const current = owners.find((owner) => owner.duty === duty) ?? nobodyYet(duty);
    if (current.version !== version) return err(conflict(current));

    const person = await personOf(typed, ctx, tx);
    if (!person.ok) return person;
    const { name, email } = person.value;
    const next = decideOwner(current, { ...typed, name, email });
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(current));
    await saveOwner(tx, { ...next.value, workspaceId, changedAt: ctx.now });

    await tellByMail(current, next.value, ctx, tx);
    return ok(
      changed(next.value, {
        action: name === null ? 'owner.removed' : 'owner.named',
        subject: `owner:${duty}`,
        before: current,
        after: next.value,
      }),
    );
  },
});
