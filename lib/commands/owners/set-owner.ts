import 'server-only';
import { z } from 'zod';
import { guide } from '#lib/catalog/guide';
import { defineCommand } from '#lib/commands/define-command';
import { appendJob } from '#lib/data/outbox';
import { listOwners, saveOwner } from '#lib/data/owners';
import { findWorkspace } from '#lib/data/workspaces';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { namedOwnerMail } from '#lib/domain/owners/named-owner-mail';
import { duties, nobodyYet, ownerFields, setOwner as decideOwner } from '#lib/domain/owners/owner';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/**
 * Names who holds a duty of Step 0, or leaves it to nobody. The person needs no account here.
 *
 * A person named with an e-mail address is told by mail, which a job sends.
 */
export const setOwner = defineCommand({
  capability: 'owners.write',
  input: z.strictObject({ duty: z.enum(duties), ...ownerFields, version: seenVersion }),
  output: z.object({
    duty: z.enum(duties),
    name: z.string().nullable(),
    email: z.string().nullable(),
    version: z.int(),
  }),
  async run({ ctx, tx, input: { duty, name, email, version } }) {
    const { workspaceId } = ctx;
    const owners = await listOwners(tx, { workspaceId });
    const current = owners.find((owner) => owner.duty === duty) ?? nobodyYet(duty);
    if (current.version !== version) return err(conflict(current));

    const next = decideOwner(current, { name, email });
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(current));
    await saveOwner(tx, { ...next.value, workspaceId, changedAt: ctx.now });

    const workspace = await findWorkspace(tx, { workspaceId });
    const mail = namedOwnerMail(current, next.value, {
      dutyLabel: guide.duties[duty].label,
      workspaceName: workspace?.name ?? '',
      actorName: ctx.actor.name,
    });
    if (mail) await appendJob(tx, { name: 'send-mail', payload: mail });
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
