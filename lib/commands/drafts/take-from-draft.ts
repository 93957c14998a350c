import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDraftWorld } from '#lib/data/draft-world';
import { draftView } from '#lib/domain/drafts/draft';
import { keptBase } from '#lib/domain/drafts/draft-base';
import { notFound } from '#lib/domain/errors';
import { err } from '#lib/domain/result';
import { seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { storeDraft } from './store-draft';

/** Takes the change at a place, counted from 0, out of a draft. */
export const takeFromDraft = defineCommand({
  capability: 'draft.write',
  input: z.strictObject({ ...seenDraft, place: z.coerce.number().int().min(0) }),
  output: draftView,
  async run({ ctx, tx, input: { place, ...seen } }) {
    const draft = await findOpenDraft(tx, ctx, seen);
    if (!draft.ok) return draft;
    const before = draft.value;
    if (place >= before.changes.length) return err(notFound);
    const changes = before.changes.filter((_, at) => at !== place);
    const world = await findDraftWorld(tx, { workspaceId: ctx.workspaceId, changes });
    const next = { changes, base: keptBase(before.base, changes, world) };
    return storeDraft(tx, ctx, { before, next, action: 'draft.change_removed' });
  },
});
