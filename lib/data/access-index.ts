import 'server-only';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { accessProfiles, peopleByGroup } from '#lib/domain/rbac/everyone/access-sums';
import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { moveGroups, replacePlaces, type Population } from '#lib/domain/rbac/everyone/population';
import { resolveEveryone, type Everyone } from '#lib/domain/rbac/everyone/resolve-everyone';
import {
  compileRules,
  levelsOf,
  type CompiledRules,
  type RuleBook,
} from '#lib/domain/rbac/everyone/rule-book';
import { findRules, type StoredRules } from './access-rules';
import { db as root, type Db } from './db';
import { findStamp, listChangedPersons, type DirectoryStamp } from './directory-stamp';
import { readTogether } from './transact';
import { findPopulation, listPlaces, positions, type Places } from './population';

type Here = { workspaceId: string };

/** Everybody of a workspace with what they may do, as it was at a stamp. Nobody changes it. */
export type AccessIndex = {
  stamp: DirectoryStamp;
  population: Population;
  book: RuleBook;
  rules: CompiledRules;
  everyone: Everyone;
  /** Where the person of a number stands; -1 for nobody. */
  positionOf: (number: number) => number;
  /** Numbers of the groups, by position. */
  groupNumbers: readonly number[];
  /** Numbers of the roles, by position. */
  roleNumbers: readonly number[];
  /** What `book` was made of. */
  stored: StoredRules;
  /** Summed when it is asked for. */
  readonly facts: AccessFacts;
};

/** Workspaces whose index is kept; the one that was not asked for longest goes first. */
const kept = 8;

// safe because the key is ours alone
const holder = globalThis as { slipwayAccess?: Map<string, Promise<AccessIndex>> };

/** Kept on the global object, because each bundle has its own modules. */
const indexes: Map<string, Promise<AccessIndex>> = (holder.slipwayAccess ??= new Map());

/**
 * Everybody of a workspace with what they may do, as it is committed now, or as the transaction `db` sees it.
 *
 * What was resolved before is used again while the stamp is the same; after a write only what it was about is
 * read again, as long as that is known. `stamp` is what the caller has just read, if it has.
 */
export async function accessIndex(
  db: Db,
  { workspaceId, stamp }: Here & { stamp?: DirectoryStamp },
): Promise<AccessIndex> {
  const wanted = stamp ?? (await findStamp(db, { workspaceId }));
  const known = await knownIndex(workspaceId);
  if (known && isSame(known.stamp, wanted)) return known;
  // What a transaction has not committed may never come to be, so nobody else is to see it.
  if (db !== root) return loadIndex(db, { workspaceId, known });
  const next = readTogether((tx) => loadIndex(tx, { workspaceId, known }));
  indexes.delete(workspaceId);
  indexes.set(workspaceId, next);
  for (const [oldest] of indexes) if (indexes.size > kept) indexes.delete(oldest);
  next.catch(() => {
    // A newer one may stand in its place by now.
    if (indexes.get(workspaceId) === next) indexes.delete(workspaceId);
  });
  return next;
}

/** What was resolved last, used last; a failure to resolve is nobody else's. */
async function knownIndex(workspaceId: string): Promise<AccessIndex | null> {
  const known = indexes.get(workspaceId);
  if (!known) return null;
  indexes.delete(workspaceId);
  indexes.set(workspaceId, known);
  return known.catch(() => null);
}

const isSame = (one: DirectoryStamp, other: DirectoryStamp) =>
  one.rules === other.rules && one.people === other.people;

async function loadIndex(
  db: Db,
  { workspaceId, known }: Here & { known: AccessIndex | null },
): Promise<AccessIndex> {
  const stamp = await findStamp(db, { workspaceId });
  const areRulesKnown = known !== null && known.stamp.rules === stamp.rules;
  const stored = areRulesKnown ? known.stored : await findRules(db, { workspaceId });
  const places = placesIn(stored);
  const population = await nextPopulation(db, { workspaceId, stamp, known, places });
  return indexOf({ stamp, stored, population, known });
}

type Next = Here & { stamp: DirectoryStamp; known: AccessIndex | null; places: Places };

/** The population as it is now: what is known with what changed, or all of it again. */
async function nextPopulation(db: Db, { workspaceId, stamp, known, places }: Next): Promise<Population> {
  const numbers = known && (await changedPersons(db, { workspaceId, stamp, known, places }));
  if (!known || !numbers) return findPopulation(db, { workspaceId, places });
  const positionsNow = known.groupNumbers.map((number) => places.groups.get(number) ?? 0);
  const moved = moveGroups(known.population, positionsNow);
  if (numbers.length === 0) return moved;
  const changed = await listPlaces(db, { workspaceId, numbers });
  const placed = changed.map(
    ({ number, isActive, groups, roles }) =>
      [
        known.positionOf(number),
        {
          isActive,
          groups: groups.map((group) => places.groups.get(group) ?? 0),
          directRoles: roles.map((role) => places.roles.get(role) ?? 0),
        },
      ] as const,
  );
  return replacePlaces(moved, new Map(placed));
}

/** Numbers of the people to read again; null where everybody is. Roles of single people stand by position. */
async function changedPersons(
  db: Db,
  { workspaceId, stamp, known, places }: Next & { known: AccessIndex },
): Promise<number[] | null> {
  const haveRolesMoved = known.roleNumbers.some((number, position) => places.roles.get(number) !== position);
  if (known.population.directRoles.size > 0 && haveRolesMoved) return null;
  return listChangedPersons(db, { workspaceId, from: known.stamp.people, to: stamp.people });
}

const byNumber = (all: readonly { number: number }[]) =>
  new Map(all.map(({ number }, position) => [number, position]));

const placesIn = ({ groups, roles }: StoredRules): Places => ({
  groups: byNumber(groups),
  roles: byNumber(roles),
});

type Loaded = {
  stamp: DirectoryStamp;
  stored: StoredRules;
  population: Population;
  known: AccessIndex | null;
};

function indexOf({ stamp, stored, population, known }: Loaded): AccessIndex {
  const { book, rules } = known && known.stored === stored ? known : rulesOf(stored);
  const isSamePeople = known !== null && known.population.numbers === population.numbers;
  let facts: AccessFacts | null = null;
  return {
    stamp,
    population,
    book,
    rules,
    everyone: resolveEveryone(population, rules, book.model),
    positionOf: isSamePeople ? known.positionOf : positions(population.numbers),
    groupNumbers: stored.groups.map(({ number }) => number),
    roleNumbers: stored.roles.map(({ number }) => number),
    stored,
    get facts() {
      return (facts ??= factsOf(stored, book, population));
    },
  };
}

function rulesOf({ model, defaults, roles, groups }: StoredRules): Pick<AccessIndex, 'book' | 'rules'> {
  const roleAt = byNumber(roles);
  const book: RuleBook = {
    model: model.model,
    defaults: defaults.permissions,
    roles,
    groups: groups.map(({ id, roleNumbers }) => ({
      id,
      roles: roleNumbers.map((number) => roleAt.get(number) ?? 0),
    })),
  };
  return { book, rules: compileRules(book, permissionBits(levelsOf(catalog, book))) };
}

function factsOf(
  { model, defaults, roles, groups }: StoredRules,
  book: RuleBook,
  population: Population,
): AccessFacts {
  const people = peopleByGroup(population, groups.length);
  let profiles: AccessFacts['profiles'] | null = null;
  return {
    model,
    defaults,
    roles: roles.map(({ number: _number, ...role }) => role),
    groups: groups.map(({ number: _number, roleNumbers: _roles, ...group }, position) => ({
      ...group,
      roleIds: (book.groups[position]?.roles ?? []).map((role) => roles[role]?.id ?? '').sort(),
      people: people[position] ?? 0,
    })),
    // Most who ask for the facts ask for no profile, and there may be as many profiles as people.
    get profiles() {
      return (profiles ??= accessProfiles(population, book));
    },
  };
}
