import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { appendAcceptance } from '#lib/data/acceptances';
import { loadFacts } from '#lib/data/load-facts';
import { acceptableOf } from '#lib/domain/acceptances/acceptable';
import { acceptanceSubject } from '#lib/domain/acceptances/acceptance';
import { acceptanceView, toAcceptanceView } from '#lib/domain/acceptances/acceptance-view';
import { withdrawAcceptance as decideWithdrawal } from '#lib/domain/acceptances/accept-risk';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { multilineText } from '#lib/domain/text';
import { seenVersion } from '#lib/domain/versioned';

/** Takes an acceptance back; what was accepted before stays in the record. */
export const withdrawAcceptance = defineCommand({
  capability: 'finding.accept',
  input: z.strictObject({
    subject: acceptanceSubject,
    reason: multilineText({ min: 0, max: 2000 }).default(''),
    version: seenVersion,
  }),
  output: acceptanceView,
  async run({ ctx, tx, input: { subject, reason, version } }) {
    const { workspaceId } = ctx;
    const facts = await loadFacts(ctx, tx);
    const before = toAcceptanceView(subject, facts.acceptances.get(subject));
    if (before.version !== version) return err(conflict(before));

    const acceptor = { name: ctx.actor.name, held: await heldDuties(ctx, tx, facts.owners) };
    const withdrawn = decideWithdrawal(subject, { acceptor, reason }, facts);
    if (!withdrawn.ok) return withdrawn;
    await appendAcceptance(tx, { workspaceId, ...withdrawn.value });
    const after = toAcceptanceView(subject, withdrawn.value);
    const label = acceptableOf(subject, facts)?.label ?? subject;
    const entry = { action: 'acceptance.withdrawn', subject: `acceptance:${subject}`, before };
    return ok(changed(after, { ...entry, after: { ...after, label } }));
  },
});
