import 'server-only';
import type { Db } from '#lib/data/db';
import { saveGroupVersions } from '#lib/data/directory-together';
import { findGroup, listGroupSummaries } from '#lib/data/group-summaries';
import { addMemberships, removeMemberships, type Membership } from '#lib/data/memberships';
import { changed, unchanged, type AuditEntry } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { toGroupView, type GroupView } from '#lib/domain/rbac/directory-view';
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

type Moving = { add: readonly string[]; remove: readonly string[] };

/** Puts people into a group and takes others out, in one write; the record names each. */
export async function changeMembers(tx: Db, ctx: Context, group: GroupSummary, ids: Moving) {
  const [moved] = await moveMembers(tx, ctx, [group], new Map([[group.id, ids]]));
  return ok(moved ? changed(moved.group, moved.entry) : unchanged(toGroupView(group)));
}

type MovedGroup = { group: GroupView; entry: AuditEntry };

/**
 * Puts people into `groups` and takes others out: an entry for each group that changes, with who came and who went.
 * As many statements for a thousand groups as for one.
 */
export async function moveMembers(
  tx: Db,
  { workspaceId, now, actor }: Context,
  groups: readonly GroupSummary[],
  moving: ReadonlyMap<string, Moving>,
): Promise<MovedGroup[]> {
  const wanted = (side: keyof Moving) =>
    groups.flatMap(({ id }) => (moving.get(id)?.[side] ?? []).map((person) => ({ group: id, person })));
  const left = peopleByGroup(await removeMemberships(tx, { workspaceId, memberships: wanted('remove') }));
  const joined = peopleByGroup(await addMemberships(tx, { workspaceId, memberships: wanted('add') }));
  const met = groups.filter(({ id }) => left.has(id) || joined.has(id));
  if (met.length === 0) return [];

  const versions = met.map(({ id, version }) => ({ id, version: version + 1 }));
  await saveGroupVersions(tx, { workspaceId, groups: versions, changedAt: now, changedBy: actor.name });
  const stored = await listGroupSummaries(tx, { workspaceId, ids: met.map(({ id }) => id) });
  return met.map((group) => {
    const after = toGroupView(stored.get(group.id) ?? group);
    const [added, removed] = [joined.get(group.id) ?? [], left.get(group.id) ?? []];
    const entry = {
      action: 'group.members_changed',
      subject: `group:${group.id}`,
      before: toGroupView(group),
      after: { ...after, added, removed },
    };
    return { group: after, entry };
  });
}

function peopleByGroup(memberships: readonly Membership[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { group, person } of memberships) {
    const people = found.get(group);
    if (people) people.push(person);
    else found.set(group, [person]);
  }
  return found;
}
