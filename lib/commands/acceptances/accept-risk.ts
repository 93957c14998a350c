import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { appendAcceptance } from '#lib/data/acceptances';
import { loadFacts } from '#lib/data/load-facts';
import { acceptableOf } from '#lib/domain/acceptances/acceptable';
import { acceptanceFields, acceptanceSubject } from '#lib/domain/acceptances/acceptance';
import { acceptanceView, toAcceptanceView } from '#lib/domain/acceptances/acceptance-view';
import { acceptRisk as decideAcceptance } from '#lib/domain/acceptances/accept-risk';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Records that the governance owner accepts a risk or a finding, as it stands now. */
export const acceptRisk = defineCommand({
  capability: 'finding.accept',
  input: z.strictObject({ subject: acceptanceSubject, ...acceptanceFields, version: seenVersion }),
  output: acceptanceView,
  async run({ ctx, tx, input: { subject, reason, endsOn, version } }) {
    const { workspaceId } = ctx;
    const facts = await loadFacts(ctx, tx);
    const before = toAcceptanceView(subject, facts.acceptances.get(subject));
    if (before.version !== version) return err(conflict(before));

    const acceptor = { name: ctx.actor.name, held: await heldDuties(ctx, tx, facts.owners) };
    const acceptance = decideAcceptance(subject, { acceptor, reason, endsOn }, facts);
    if (!acceptance.ok) return acceptance;
    await appendAcceptance(tx, { workspaceId, ...acceptance.value });
    const after = toAcceptanceView(subject, acceptance.value);
    const label = acceptableOf(subject, facts)?.label ?? subject;
    const entry = { action: 'acceptance.given', subject: `acceptance:${subject}`, before };
    return ok(changed(after, { ...entry, after: { ...after, label } }));
  },
});
