import 'server-only';
import type { Db } from '#lib/data/db';
import { saveDraft } from '#lib/data/drafts';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { toDraftView, type Draft } from '#lib/domain/drafts/draft';
import { ok } from '#lib/domain/result';

/** Stores a draft after a change to it, with its entry under `action`. */
export async function storeDraft(
  tx: Db,
  { workspaceId, now, actor }: Context,
  { before, next, action }: { before: Draft; next: Partial<Draft>; action: string },
) {
  const draft: Draft = {
    ...before,
    ...next,
    version: before.version + 1,
    changedAt: now,
    changedBy: actor.name,
  };
  await saveDraft(tx, { workspaceId, ...draft });
  const after = toDraftView(draft);
  return ok(changed(after, { action, subject: `draft:${draft.id}`, before: toDraftView(before), after }));
}
