import 'server-only';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { listPolicies, savePolicies } from '#lib/data/config-policies';
import type { Db } from '#lib/data/db';
import { listGroupRoles } from '#lib/data/directory';
import { changed } from '#lib/domain/audit/audit-event';
import { groupsNamed, type Policy } from '#lib/domain/config-policies/policy';
import { toPolicyView } from '#lib/domain/config-policies/policy-view';
import type { Context } from '#lib/domain/context';

/** The policies of the caller's workspace, and the one of an id. */
export async function findPolicies({ workspaceId }: Context, tx: Db, id?: string) {
  const list = await listPolicies(tx, { workspaceId });
  return { list, policy: list.find((one) => one.id === id) ?? null };
}

/** Ids of the groups that `wanted` names, those of `kept` among them whether they are there or not. */
export async function namedGroups(
  { workspaceId }: Context,
  tx: Db,
  { wanted, kept }: { wanted: readonly string[]; kept: readonly string[] },
) {
  const groups = wanted.length === 0 ? [] : await listGroupRoles(tx, { workspaceId });
  return groupsNamed(wanted, { groups, kept });
}

type Write = {
  before: readonly Policy[];
  after: readonly Policy[];
  id: string;
  action: `config_policy.${'created' | 'changed' | 'moved' | 'written'}`;
};

/** Stores the list in the place of the one before; clients are asked about the draft, which it is a part of. */
export async function replacePolicies(
  ctx: Context,
  tx: Db,
  lists: Pick<Write, 'before' | 'after'>,
): Promise<void> {
  const { workspaceId, now: changedAt, actor } = ctx;
  await savePolicies(tx, { workspaceId, changedAt, changedBy: actor.name }, lists);
  await certifyDraft(ctx, tx);
}

/** Stores the list in the place of the one before, with the entry of the one policy that was written. */
export async function storePolicies(ctx: Context, tx: Db, { before, after, id, action }: Write) {
  await replacePolicies(ctx, tx, { before, after });
  const view = toPolicyView(after, id);
  const was = before.some((one) => one.id === id) ? toPolicyView(before, id) : null;
  return changed(view, { action, subject: `config_policy:${id}`, before: was, after: view });
}
