import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { appendAcceptance } from '#lib/data/acceptances';
import { findConfigDraft } from '#lib/data/config-draft';
import { findDraftFindings } from '#lib/data/draft-findings';
import { loadFacts } from '#lib/data/load-facts';
import { acceptanceFields } from '#lib/domain/acceptances/acceptance';
import { acceptanceView, toAcceptanceView } from '#lib/domain/acceptances/acceptance-view';
import { acceptRisk } from '#lib/domain/acceptances/accept-risk';
import { changed } from '#lib/domain/audit/audit-event';
import { acceptableFinding, findingSubject } from '#lib/domain/config-check/accepted-findings';
import { textNames } from '#lib/domain/config-text/text-view';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

const noAcceptableFinding = {
  code: 'not_found',
  message: 'There is no such warning in the file as it is now. Errors cannot be accepted: mend them.',
} as const;

/** Records that the governance owner accepts a warning about a configuration file until a last day. */
export const acceptConfigFinding = defineCommand({
  capability: 'finding.accept',
  input: z.strictObject({
    name: z.enum(textNames),
    id: z.string().max(100),
    /** Dotted key the finding is about; empty for the file as a whole. */
    key: z.string().max(1000),
    ...acceptanceFields,
    version: seenVersion,
  }),
  output: acceptanceView,
  async run({ ctx, tx, input: { name, id, key, reason, endsOn, version } }) {
    const { workspaceId } = ctx;
    const facts = await loadFacts(ctx, tx);
    const subject = findingSubject(name, { id, key });
    const before = toAcceptanceView(subject, facts.acceptances.get(subject));
    if (before.version !== version) return err(conflict(before));
    const { draft } = await findConfigDraft(tx, { workspaceId });
    const found = draft && (await findDraftFindings(tx, { workspaceId, draft }))[name];
    const finding = found?.find((one) => one.id === id && (one.key ?? '') === key);
    const acceptable = finding ? acceptableFinding(finding) : null;
    if (!acceptable) return err(noAcceptableFinding);

    const acceptor = { name: ctx.actor.name, held: await heldDuties(ctx, tx, facts.owners) };
    const acceptance = acceptRisk(subject, { acceptor, reason, endsOn }, facts, acceptable);
    if (!acceptance.ok) return acceptance;
    await appendAcceptance(tx, { workspaceId, ...acceptance.value });
    const after = { ...toAcceptanceView(subject, acceptance.value), label: acceptable.label };
    return ok(
      changed(after, { action: 'acceptance.given', subject: `acceptance:${subject}`, before, after }),
    );
  },
});
