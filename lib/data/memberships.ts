import 'server-only';
import { z } from 'zod';
import { noteLeavingMembers } from './console';
import type { Db } from './db';

type Here = { workspaceId: string };

/** Somebody in a group, by the customer's own ids. */
export type Membership = { group: string; person: string };

type Memberships = Here & { memberships: readonly Membership[] };

/** Puts people into groups; gives who was not in it before. Ids of nobody here are passed over. */
export async function addMemberships(
  db: Db,
  { workspaceId, memberships }: Memberships,
): Promise<Membership[]> {
  if (memberships.length === 0) return [];
  const rows: unknown = await db.$queryRaw`
    with wanted as (
      select unnest(${groupsOf(memberships)}::text[]) as "group", unnest(${peopleOf(memberships)}::text[]) as "person"
    ),
    added as (
      insert into "GroupMember" ("workspaceId", "groupNumber", "personNumber")
      select g."workspaceId", g."number", p."number"
      from wanted w
      join "Group" g on g."workspaceId" = ${workspaceId}::uuid and g."id" = w."group"
      join "Person" p on p."workspaceId" = ${workspaceId}::uuid and p."id" = w."person"
      on conflict do nothing returning "groupNumber", "personNumber"
    )
    select g."id" as "group", p."id" as "person"
    from added join "Group" g on g."number" = added."groupNumber" join "Person" p on p."number" = added."personNumber"`;
  return membershipsOf(rows);
}

/** Takes people out of groups; gives who was in it before. What the console holds of it stays noted. */
export async function removeMemberships(
  db: Db,
  { workspaceId, memberships }: Memberships,
): Promise<Membership[]> {
  if (memberships.length === 0) return [];
  await noteLeavingMembers(db, { workspaceId, memberships });
  const rows: unknown = await db.$queryRaw`
    delete from "GroupMember" m
    using unnest(${groupsOf(memberships)}::text[], ${peopleOf(memberships)}::text[]) as w("group", "person"),
      "Group" g, "Person" p
    where g."workspaceId" = ${workspaceId}::uuid and g."id" = w."group" and m."groupNumber" = g."number"
      and p."workspaceId" = ${workspaceId}::uuid and p."id" = w."person" and m."personNumber" = p."number"
    returning g."id" as "group", p."id" as "person"`;
  return membershipsOf(rows);
}

const groupsOf = (memberships: readonly Membership[]) => memberships.map(({ group }) => group);
const peopleOf = (memberships: readonly Membership[]) => memberships.map(({ person }) => person);

/** Sorted by person, so that a record of them reads the same each time. */
const membershipsOf = (rows: unknown): Membership[] =>
  z
    .array(z.object({ group: z.string(), person: z.string() }))
    .parse(rows)
    .sort((one, other) => (one.person < other.person ? -1 : 1));
