import 'server-only';
import type { Db } from '#lib/data/db';
import { findDraft } from '#lib/data/drafts';
import type { Context } from '#lib/domain/context';
import { stillDraft, toDraftView } from '#lib/domain/drafts/draft';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';

/** The draft of an id, if it may still be changed and is as the caller saw it. */
export async function findOpenDraft(
  tx: Db,
  { workspaceId }: Context,
  { id, version }: { id: string; version: number },
) {
  const draft = await findDraft(tx, { workspaceId, id });
  if (!draft) return err(notFound);
  const open = stillDraft(draft);
  if (!open.ok) return open;
  return draft.version === version ? ok(draft) : err(conflict(toDraftView(draft)));
}
