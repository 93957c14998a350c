import 'server-only';
import { randomUUID } from 'node:crypto';
import { permissions } from '#lib/catalog/permissions';
import type { Db } from '#lib/data/db';
import { listGroupRoles } from '#lib/data/directory';
import { findExpectations, saveExpectations } from '#lib/data/expectations';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { Draft, Expectation, ExpectationList } from '#lib/domain/rbac/expectations/expectation';
import { toExpectationsView } from '#lib/domain/rbac/expectations/expectation-views';
import { readExpectations } from '#lib/domain/rbac/expectations/read-expectations';

/** The list of the caller's workspace as it is. */
export const currentList = (
  { workspaceId }: Pick<Context, 'workspaceId'>,
  tx: Db,
): Promise<ExpectationList> => findExpectations(tx, { workspaceId });

const idLength = 8;

/** The list that `drafts` stand for, read against the groups there are. */
export async function listOf(
  { workspaceId }: Pick<Context, 'workspaceId'>,
  tx: Db,
  { drafts, before }: { drafts: readonly Draft[]; before: ExpectationList },
) {
  const groups = await listGroupRoles(tx, { workspaceId });
  const newId = () => randomUUID().slice(0, idLength);
  return readExpectations(drafts, { groups, permissions, before: before.list, newId });
}

/** What an expectation says, for putting it back into a list of drafts. */
export const asDraft = ({ groupName: _groupName, ...said }: Expectation): Draft => said;

/** Stores `list` in place of `before`, with its entry in the audit log. */
export async function saveList(
  { workspaceId, now, actor }: Context,
  tx: Db,
  { before, list, action }: { before: ExpectationList; list: readonly Expectation[]; action: string },
) {
  const after = { list: [...list], version: before.version + 1 };
  await saveExpectations(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
  return changed(toExpectationsView(after), {
    action,
    subject: 'expectations:access',
    before: { ...before, list: [...before.list] },
    after,
  });
}
