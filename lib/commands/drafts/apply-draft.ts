import 'server-only';
import { z } from 'zod';
import { permissionKeys } from '#lib/catalog/permissions';
import { defineCommand } from '#lib/commands/define-command';
import { findDraftWorld } from '#lib/data/draft-world';
import { saveDraft } from '#lib/data/drafts';
import { changed } from '#lib/domain/audit/audit-event';
import { draftView, mayApply, toDraftView, withChanges } from '#lib/domain/drafts/draft';
import { planDraft } from '#lib/domain/drafts/plan-draft';
import { ok } from '#lib/domain/result';
import { seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { writeChanges } from './write-changes';

/**
 * Does everything a draft says, in one write: an entry for each object that changes, and one for the draft.
 *
 * Refused with `base_moved`, and what has moved, where something the changes rest on is no longer as it was
 * when somebody last looked.
 */
export const applyDraft = defineCommand({
  capability: 'access.write',
  input: z.strictObject(seenDraft),
  output: draftView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findOpenDraft(tx, ctx, input);
    if (!found.ok) return found;
    const draft = found.value;
    const world = await findDraftWorld(tx, { workspaceId, changes: draft.changes });
    const may = mayApply(draft, world, actor);
    if (!may.ok) return may;
    const stands = withChanges({ changes: [], appliedAt: null }, draft.changes, world);
    if (!stands.ok) return stands;
    const written = await writeChanges(tx, ctx, planDraft(draft.changes, world, permissionKeys));
    if (!written.ok) return written;

    const applied = { ...draft, version: draft.version + 1, appliedAt: now, appliedBy: actor.name };
    await saveDraft(tx, { workspaceId, ...applied });
    const after = toDraftView(applied);
    const subject = `draft:${draft.id}`;
    const entry = { action: 'access.draft_applied', subject, before: toDraftView(draft), after };
    const [first = entry, ...more] = [...written.value, entry];
    return ok(changed(after, first, ...more));
  },
});
