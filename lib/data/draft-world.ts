import 'server-only';
import { z } from 'zod';
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

const personRow = z.object({ id: z.string(), name: z.string(), groupIds: z.array(z.string()) });

/** One plain statement: a draft may name thousands of people. */
async function listDraftPeople(
  db: Db,
  { workspaceId, ids }: Here & { ids: readonly string[] },
): Promise<DraftPerson[]> {
  const rows: unknown = await db.$queryRaw`
    select p."id", p."name",
      array(
        select g."id" from "GroupMember" m join "Group" g on g."number" = m."groupNumber"
        where m."personNumber" = p."number"
      ) as "groupIds"
    from "Person" p
    where p."workspaceId" = ${workspaceId}::uuid and p."id" = any(${[...ids]}::text[])`;
  return z.array(personRow).parse(rows);
}
