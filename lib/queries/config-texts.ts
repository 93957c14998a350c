import 'server-only';
import { z } from 'zod';
import { findAcceptances } from '#lib/data/acceptances';
import { findConfigDraft, lastChange, toTextView } from '#lib/data/config-draft';
import { findDraftFindings } from '#lib/data/draft-findings';
import { findZone } from '#lib/data/workspaces';
import { statusOf } from '#lib/domain/acceptances/acceptance-status';
import { acceptableFinding, findingSubject } from '#lib/domain/config-check/accepted-findings';
import { findingSchema } from '#lib/domain/config-check/finding';
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
    const { workspaceId, now } = ctx;
    const [stored, acceptances, timeZone] = await Promise.all([
      findConfigDraft(db, { workspaceId }),
      findAcceptances(db, { workspaceId }),
      findZone(db, { workspaceId }),
    ]);
    const { draft, texts } = stored;
    const own = texts.get(file);
    const beside = {
      ...{ ...toTextView(file, stored), name, isOwn: own !== undefined },
      hasBefore: (own?.textBefore ?? null) !== null,
      ...lastChange(file, stored),
    };
    if (!draft) return { ...beside, byText: [], findings: [], sums: [] };
    const found = await findDraftFindings(db, { workspaceId, draft });
    const accepted = (of: TextName) =>
      found[of].map((finding) => {
        const stood = acceptances.get(findingSubject(of, finding));
        const { state, acceptance } = statusOf(stood, acceptableFinding(finding), { now, timeZone });
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
    return { ...beside, byText: [...draft.byText], findings: accepted(name), sums };
  },
});

/** The text of a file as doors hand it out. */
export const readConfigTextFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(textNames) }),
  output: textView,
  async run({ ctx, db, input: { name } }) {
    const stored = await findConfigDraft(db, ctx);
    return stored.draft && toTextView(fileOfText[name], stored);
  },
});
