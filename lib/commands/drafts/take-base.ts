import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDraftWorld } from '#lib/data/draft-world';
import { unchanged } from '#lib/domain/audit/audit-event';
import { draftView, toDraftView } from '#lib/domain/drafts/draft';
import { baseOf, movedSince } from '#lib/domain/drafts/draft-base';
import { rebasedChanges } from '#lib/domain/drafts/rebase-defaults';
import { ok } from '#lib/domain/result';
import { seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { storeDraft } from './store-draft';

/**
 * Lets a draft rest on what its changes touch as that is now. What it left of the defaults as they were is left as
 * somebody else made it. Where nothing has moved, nothing is written.
 */
export const takeBase = defineCommand({
  capability: 'draft.write',
  input: z.strictObject(seenDraft),
  output: draftView,
  async run({ ctx, tx, input }) {
    const draft = await findOpenDraft(tx, ctx, input);
    if (!draft.ok) return draft;
    const before = draft.value;
    const world = await findDraftWorld(tx, { workspaceId: ctx.workspaceId, changes: before.changes });
    if (movedSince(before.base, world).length === 0) return ok(unchanged(toDraftView(before)));
    const changes = rebasedChanges(before.changes, before.base, world);
    const next = { changes, base: baseOf(changes, world) };
    return storeDraft(tx, ctx, { before, next, action: 'draft.base_taken' });
  },
});
