import 'server-only';
import { z } from 'zod';
import { permissionKeys } from '#lib/catalog/permissions';
import { defineCommand } from '#lib/commands/define-command';
import { accessDifference, type AccessDifference } from '#lib/data/access-difference';
import type { Db } from '#lib/data/db';
import { effectMarkOf } from '#lib/data/draft-effect';
import { failingAfter } from '#lib/data/draft-expectations';
import { findDraftWorld } from '#lib/data/draft-world';
import { saveDraft } from '#lib/data/drafts';
import { changed } from '#lib/domain/audit/audit-event';
import { draftView, mayApply, toDraftView, withChanges, type Draft } from '#lib/domain/drafts/draft';
import { checkEffect, countsOf, effectMark } from '#lib/domain/drafts/draft-effect';
import { planDraft } from '#lib/domain/drafts/plan-draft';
import type { Context } from '#lib/domain/context';
import { err, ok, type Result } from '#lib/domain/result';
import { seenDraft } from './fields';
import { findOpenDraft } from './find-draft';
import { writeChanges } from './write-changes';

/**
 * Does everything a draft says, in one write: an entry for each object that changes, and one for the draft.
 *
 * Refused with `base_moved`, and what has moved, where something the changes rest on is no longer as it was
 * when somebody last looked; with `effect_moved` where it would meet others than `effect`, which its what-if told,
 * says; and with `expectation_fails` where it would break what is expected of access.
 */
export const applyDraft = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ ...seenDraft, effect: effectMark }),
  output: draftView,
  takesLong: true,
  async run({ ctx, tx, input: { effect, ...seen } }) {
    const { workspaceId, now, actor } = ctx;
    const found = await findOpenDraft(tx, ctx, seen);
    if (!found.ok) return found;
    const draft = found.value;
    const world = await findDraftWorld(tx, { workspaceId, changes: draft.changes });
    const may = mayApply(draft, world, actor);
    if (!may.ok) return may;
    const stands = withChanges({ changes: [], appliedAt: null }, draft.changes, world);
    if (!stands.ok) return stands;
    const compared = await accessDifference(tx, { workspaceId, changes: draft.changes });
    const same = checkEffect(effect, effectMarkOf(compared));
    if (!same.ok) return same;
    const broken = await brokenBy(ctx, tx, compared);
    if (!broken.ok) return broken;
    const written = await writeChanges(tx, ctx, planDraft(draft.changes, world, permissionKeys));
    if (!written.ok) return written;

    const applied: Draft = {
      ...draft,
      version: draft.version + 1,
      appliedAt: now,
      appliedBy: actor.name,
      appliedEffect: countsOf(compared.found),
    };
    await saveDraft(tx, { workspaceId, ...applied });
    const after = toDraftView(applied);
    const subject = `draft:${draft.id}`;
    const entry = { action: 'access.draft_applied', subject, before: toDraftView(draft), after };
    const [first = entry, ...more] = [...written.value, entry];
    return ok(changed(after, first, ...more));
  },
});

/** Refuses changes that would make an expectation fail, or fail for more people, which nobody has accepted. */
async function brokenBy(
  ctx: Context,
  tx: Db,
  compared: AccessDifference,
): Promise<Result<null, { code: 'expectation_fails'; message: string }>> {
  const [first] = (await failingAfter(ctx, tx, compared)).filter((one) => one.byDraft && !one.accepted);
  if (!first) return ok(null);
  const message = `It would break what is expected: ${first.sentence} (${first.found}).`;
  return err({ code: 'expectation_fails', message });
}
