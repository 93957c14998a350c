import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { draftView, toDraftView } from '#lib/domain/drafts/draft';
import { ok } from '#lib/domain/result';
import { draftName, seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { storeDraft } from './store-draft';

/** Gives a draft another name. */
export const renameDraft = defineCommand({
  capability: 'draft.write',
  input: z.strictObject({ ...seenDraft, name: draftName }),
  output: draftView,
  async run({ ctx, tx, input: { name, ...seen } }) {
    const draft = await findOpenDraft(tx, ctx, seen);
    if (!draft.ok) return draft;
    const before = draft.value;
    if (before.name === name) return ok(unchanged(toDraftView(before)));
    return storeDraft(tx, ctx, { before, next: { name }, action: 'draft.renamed' });
  },
});
