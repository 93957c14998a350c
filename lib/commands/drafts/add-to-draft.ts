import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDraftWorld } from '#lib/data/draft-world';
import { draftView, withChanges } from '#lib/domain/drafts/draft';
import { keptBase } from '#lib/domain/drafts/draft-base';
import { draftChanges, seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { storeDraft } from './store-draft';

/** Puts changes into a draft, behind those that are in it. What they rest on is kept as it is now. */
export const addToDraft = defineCommand({
  capability: 'draft.write',
  input: z.strictObject({ ...seenDraft, changes: draftChanges.min(1) }),
  output: draftView,
  async run({ ctx, tx, input: { changes: more, ...seen } }) {
    const draft = await findOpenDraft(tx, ctx, seen);
    if (!draft.ok) return draft;
    const before = draft.value;
    const all = [...before.changes, ...more];
    const world = await findDraftWorld(tx, { workspaceId: ctx.workspaceId, changes: all });
    const changes = withChanges(before, more, world);
    if (!changes.ok) return changes;
    const next = { changes: changes.value, base: keptBase(before.base, changes.value, world) };
    return storeDraft(tx, ctx, { before, next, action: 'draft.change_added' });
  },
});
