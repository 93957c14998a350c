import 'server-only';
import type { Db } from '#lib/data/db';
import { addMembers, findGroup, removeMembers, saveGroup } from '#lib/data/directory';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { toGroupView } from '#lib/domain/rbac/directory-view';
import { mayEditMembers } from '#lib/domain/rbac/write-directory';
import { ok } from '#lib/domain/result';
import { missing } from './missing';

/** The group of an id, if people may be put into it and taken out by hand. */
export async function findEditableGroup(tx: Db, { workspaceId }: Context, id: string) {
  const group = await findGroup(tx, { workspaceId, id });
  if (!group) return missing('group');
  const editable = mayEditMembers(group);
  return editable.ok ? ok(group) : editable;
}

/** Puts people into a group and takes others out, in one write; the record names each. */
export async function changeMembers(
  tx: Db,
  ctx: Context,
  group: GroupSummary,
  ids: { add: readonly string[]; remove: readonly string[] },
) {
  const { workspaceId, now, actor } = ctx;
  const { id } = group;
  const before = toGroupView(group);
  const removed = await removeMembers(tx, { workspaceId, id, personIds: ids.remove });
  const added = await addMembers(tx, { workspaceId, id, personIds: ids.add });
  if (added.length + removed.length === 0) return ok(unchanged(before));

  const { name, source } = group;
  const version = group.version + 1;
  await saveGroup(tx, { workspaceId, id, name, source, version, changedAt: now, changedBy: actor.name });
  const stored = (await findGroup(tx, { workspaceId, id })) ?? group;
  const after = toGroupView(stored);
  return ok(
    changed(after, {
      action: 'group.members_changed',
      subject: `group:${id}`,
      before,
      after: { ...after, added, removed },
    }),
  );
}
