import 'server-only';
import type { DraftChange } from '#lib/domain/drafts/draft-change';
import type { DraftPerson, DraftWorld } from '#lib/domain/drafts/draft-world';
import { findRules } from './access-rules';
import type { Db } from './db';
import { findStamp } from './directory-stamp';

type Here = { workspaceId: string };

/** What `changes` are decided against, as `db` sees it. */
export async function findDraftWorld(
  db: Db,
  { workspaceId, changes }: Here & { changes: readonly DraftChange[] },
): Promise<DraftWorld> {
  const ids = [...new Set(changes.flatMap((change) => ('person' in change ? [change.person] : [])))];
  const stamp = await findStamp(db, { workspaceId });
  const { model, defaults, roles, groups } = await findRules(db, { workspaceId });
  const roleIds = new Map(roles.map(({ number, id }) => [number, id]));
  return {
    stamp: { rules: stamp.rules, people: stamp.people },
    model: model.model,
    defaults: defaults.permissions,
    roles: roles.map(({ number: _number, ...role }) => role),
    groups: groups.map(({ id, name, source, roleNumbers }) => ({
      id,
      name,
      source,
      roleIds: roleNumbers.map((number) => roleIds.get(number) ?? '').sort(),
    })),
    people: ids.length === 0 ? [] : await listDraftPeople(db, { workspaceId, ids }),
  };
}

async function listDraftPeople(
  db: Db,
  { workspaceId, ids }: Here & { ids: string[] },
): Promise<DraftPerson[]> {
  const rows = await db.person.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true, groups: { select: { group: { select: { id: true } } } } },
  });
  return rows.map(({ id, name, groups }) => ({ id, name, groupIds: groups.map(({ group }) => group.id) }));
}
