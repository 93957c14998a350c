import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { removeDraft } from '#lib/data/drafts';
import { changed } from '#lib/domain/audit/audit-event';
import { toDraftView } from '#lib/domain/drafts/draft';
import { ok } from '#lib/domain/result';
import { seenDraft } from './fields';
import { findOpenDraft } from './find-draft';

/** Throws a draft away; the record keeps what it was. One that was applied stays. */
export const discardDraft = defineCommand({
  capability: 'draft.write',
  input: z.strictObject(seenDraft),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input }) {
    const draft = await findOpenDraft(tx, ctx, input);
    if (!draft.ok) return draft;
    const { id } = draft.value;
    await removeDraft(tx, { workspaceId: ctx.workspaceId, id });
    const before = toDraftView(draft.value);
    return ok(changed({ id }, { action: 'draft.discarded', subject: `draft:${id}`, before, after: null }));
  },
});
