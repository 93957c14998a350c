import 'server-only';
import { z } from 'zod';
import { countUp, number, word } from '#lib/domain/rbac/everyone/columns';
import type { Population } from '#lib/domain/rbac/everyone/population';
import type { TextColumn } from '#lib/domain/rbac/everyone/text-column';
import { Prisma } from '#prisma-client';
import type { Db } from './db';

type Here = { workspaceId: string };

const bytes = z.instanceof(Uint8Array).nullable();
const columnsRow = z.object({
  numbers: bytes,
  active: bytes,
  ids: bytes,
  idLengths: bytes,
  names: bytes,
  nameLengths: bytes,
  members: bytes,
  direct: bytes,
});

/** Where groups and roles stand, by their numbers. */
export type Places = { groups: ReadonlyMap<number, number>; roles: ReadonlyMap<number, number> };

type Asked = Here & { places: Places; rows?: PopulationRows };

/**
 * Statements that give the people of a population (`number`, `id`, `name`, `isActive`), who is in which group
 * (`personNumber`, `groupNumber`), and who has which role directly (`personNumber`, `roleNumber`).
 */
export type PopulationRows = { people: Prisma.Sql; members: Prisma.Sql; direct: Prisma.Sql };

/** The rows as they are stored. */
const storedRows = ({ workspaceId }: Here): PopulationRows => ({
  people: Prisma.sql`select "number", "id", "name", "isActive" from "Person" where "workspaceId" = ${workspaceId}::uuid`,
  members: Prisma.sql`
    select "personNumber", "groupNumber" from "GroupMember" where "workspaceId" = ${workspaceId}::uuid`,
  direct: Prisma.sql`select "personNumber", "roleNumber" from "DirectRole" where "workspaceId" = ${workspaceId}::uuid`,
});

/**
 * Everybody of a workspace in the order of their names, or of other rows than the stored ones. Columns come as bytes, a value each: half a million rows
 * as objects would take ten times as long and all memory.
 */
export async function findPopulation(
  db: Db,
  { workspaceId, places, rows: from = storedRows({ workspaceId }) }: Asked,
): Promise<Population> {
  const rows: unknown = await db.$queryRaw`
    with p as materialized (select * from (${from.people}) each order by "name", "id"),
    m as materialized (${from.members}),
    d as (${from.direct})
    select
      (select string_agg(int4send("number"), '') from p) as "numbers",
      (select string_agg(case when "isActive" then '\\x01'::bytea else '\\x00'::bytea end, '') from p) as "active",
      (select string_agg(convert_to("id", 'UTF8'), '') from p) as "ids",
      (select string_agg(int4send(octet_length("id")), '') from p) as "idLengths",
      (select string_agg(convert_to("name", 'UTF8'), '') from p) as "names",
      (select string_agg(int4send(octet_length("name")), '') from p) as "nameLengths",
      (select string_agg(int4send("personNumber") || int4send("groupNumber"), '') from m) as "members",
      (select string_agg(int4send("personNumber") || int4send("roleNumber"), '') from d) as "direct"`;
  const [row] = z.tuple([columnsRow]).parse(rows);
  const numbers = integersOf(row.numbers);
  return {
    count: numbers.length,
    numbers,
    ids: columnOf(row.ids, row.idLengths),
    names: columnOf(row.names, row.nameLengths),
    isActive: Uint8Array.from(row.active ?? []),
    ...placesOf(numbers, { members: integersOf(row.members), direct: integersOf(row.direct), places }),
  };
}

/** Integers that the database wrote one behind the other, the highest byte first. */
export function integersOf(sent: Uint8Array | null): Int32Array {
  if (sent === null) return new Int32Array(0);
  const buffer = Buffer.from(sent);
  return new Int32Array(buffer.swap32().buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length));
}

function columnOf(texts: Uint8Array | null, lengths: Uint8Array | null): TextColumn {
  const sizes = integersOf(lengths);
  const offsets = new Uint32Array(sizes.length + 1);
  sizes.forEach((size, index) => (offsets[index + 1] = (offsets[index] ?? 0) + size));
  return { bytes: texts ?? new Uint8Array(0), offsets };
}

type Sent = { members: Int32Array; direct: Int32Array; places: Places };

function placesOf(
  numbers: Int32Array,
  { members, direct, places }: Sent,
): Pick<Population, 'offsets' | 'groups' | 'directRoles'> {
  const positionOf = positions(numbers);
  const persons = members.filter((_, at) => at % 2 === 0).map(positionOf);
  const offsets = offsetsOf(persons, numbers.length);
  const filled = offsets.slice();
  const groups = new Uint32Array(persons.length);
  persons.forEach((person, row) => {
    groups[word(filled, person)] = places.groups.get(number(members, row * 2 + 1)) ?? 0;
    countUp(filled, person);
  });
  return { offsets, groups, directRoles: rolesByPerson({ direct, places, positionOf }) };
}

/** Where the rows of each of `count` persons begin, once they stand one person behind the other. */
function offsetsOf(persons: Int32Array, count: number): Uint32Array {
  const offsets = new Uint32Array(count + 1);
  for (const person of persons) countUp(offsets, person + 1);
  for (let at = 0; at < count; at += 1) offsets[at + 1] = word(offsets, at + 1) + word(offsets, at);
  return offsets;
}

function rolesByPerson({
  direct,
  places,
  positionOf,
}: Pick<Sent, 'direct' | 'places'> & { positionOf: (number: number) => number }) {
  const roles = new Map<number, number[]>();
  for (let at = 0; at < direct.length; at += 2) {
    const position = positionOf(number(direct, at));
    const role = places.roles.get(number(direct, at + 1)) ?? 0;
    roles.set(position, [...(roles.get(position) ?? []), role]);
  }
  return roles;
}

/** Finds the position of a number among `numbers`; -1 where there is none. */
export function positions(numbers: Int32Array): (number: number) => number {
  // A table of places, at most half full: where a number is not at its own place, it is at one of the next.
  const size = 2 ** Math.ceil(Math.log2(numbers.length * 2 + 2));
  const places = new Int32Array(size).fill(-1);
  const placeOf = (wanted: number) => {
    let place = wanted & (size - 1);
    for (;;) {
      const position = number(places, place);
      if (position === -1 || number(numbers, position) === wanted) return place;
      place = (place + 1) & (size - 1);
    }
  };
  numbers.forEach((each, position) => (places[placeOf(each)] = position));
  return (wanted) => number(places, placeOf(wanted));
}

const placeRow = z.object({
  number: z.number(),
  isActive: z.boolean(),
  groups: z.array(z.number()),
  roles: z.array(z.number()),
});

/** Of some people, by number: whether they are active, and the numbers of their groups and of their own roles. */
export async function listPlaces(
  db: Db,
  { workspaceId, numbers }: Here & { numbers: readonly number[] },
): Promise<z.output<typeof placeRow>[]> {
  const rows: unknown = await db.$queryRaw`
    select p."number", p."isActive",
      array(select m."groupNumber" from "GroupMember" m where m."personNumber" = p."number") as "groups",
      array(select d."roleNumber" from "DirectRole" d where d."personNumber" = p."number") as "roles"
    from "Person" p
    where p."workspaceId" = ${workspaceId}::uuid and p."number" = any(${[...numbers]}::int[])`;
  return z.array(placeRow).parse(rows);
}
