import 'server-only';
import { z } from 'zod';
import { findConfigDraft, textVersion } from '#lib/data/config-draft';
import { findDraftFindings } from '#lib/data/draft-findings';
import { loadFacts } from '#lib/data/load-facts';
import { statusOf } from '#lib/domain/acceptances/acceptance-status';
import { acceptableFinding, findingSubject } from '#lib/domain/config-check/accepted-findings';
import { findingSchema } from '#lib/domain/config-check/finding';
import { bodyOf } from '#lib/domain/config-text/config-draft';
import { formParts } from '#lib/domain/config-text/decision-places';
import { fileOfText, textNames, textView, type TextName } from '#lib/domain/config-text/text-view';
import { defineQuery } from './define-query';

const acceptedView = z.object({
  /** `standing` while it counts. */
  state: z.enum(['none', 'withdrawn', 'ended', 'stale', 'standing']),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** Given and taken back so far: what a write names as the version it saw. */
  version: z.int(),
});

/** The text of a file for its page; not found until a baseline was chosen or a text was written. */
export const readConfigText = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(textNames) }),
  output: textView.extend({
    name: z.enum(textNames),
    /** Whether somebody wrote it; else it follows from the form. */
    isOwn: z.boolean(),
    hasBefore: z.boolean(),
    changedAt: z.date().nullable(),
    changedBy: z.string().nullable(),
    byText: z.array(z.enum(formParts)),
    findings: z.array(findingSchema.extend({ acceptance: acceptedView })),
    /** Errors and open warnings of every file. */
    sums: z.array(z.object({ name: z.enum(textNames), errors: z.int(), warnings: z.int() })),
  }),
  async run({ ctx, db, input: { name } }) {
    const file = fileOfText[name];
    const [stored, facts] = await Promise.all([findConfigDraft(db, ctx), loadFacts(ctx, db)]);
    const { draft, texts } = stored;
    const own = texts.get(file);
    const version = textVersion(file, stored);
    const beside = {
      ...{ name, file, version, reasons: own?.reasons ?? {}, isOwn: own !== undefined },
      hasBefore: (own?.textBefore ?? null) !== null,
      changedAt: own?.changedAt ?? stored.configuration.changedAt,
      changedBy: own?.changedBy ?? stored.configuration.changedBy,
    };
    if (!draft) return { ...beside, text: '', byText: [], findings: [], sums: [] };
    const found = await findDraftFindings(db, { workspaceId: ctx.workspaceId, draft });
    const accepted = (of: TextName) =>
      found[of].map((finding) => {
        const stood = facts.acceptances.get(findingSubject(of, finding));
        const { state, acceptance } = statusOf(stood, acceptableFinding(finding), facts);
        const { by = null, reason = null, endsOn = null } = acceptance ?? {};
        return { ...finding, acceptance: { state, by, reason, endsOn, version: stood?.version ?? 0 } };
      });
    const sums = textNames.map((of) => ({
      name: of,
      errors: found[of].filter(({ severity }) => severity === 'error').length,
      warnings: accepted(of).filter(
        ({ severity, acceptance }) => severity === 'warning' && acceptance.state !== 'standing',
      ).length,
    }));
    const text = bodyOf(file, draft);
    return { ...beside, text, byText: [...draft.byText], findings: accepted(name), sums };
  },
});

/** The text of a file as doors hand it out. */
export const readConfigTextFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(textNames) }),
  output: textView,
  async run({ ctx, db, input: { name } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(db, ctx);
    const { draft, texts } = stored;
    if (!draft) return null;
    const reasons = texts.get(file)?.reasons ?? {};
    return { file, text: bodyOf(file, draft), version: textVersion(file, stored), reasons };
  },
});
