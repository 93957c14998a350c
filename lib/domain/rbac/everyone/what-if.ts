import type { Grants } from '#lib/domain/rbac/grants';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { groupsAt, type Population } from './population';
import type { BookedGroup, RuleBook } from './rule-book';

/**
 * One change of a draft, in the terms of the doors: ids are the customer's own. `level` of a permission granted
 * is its only or least one unless given.
 */
export type AccessChange =
  | { kind: 'role-permission-granted'; role: string; permission: string; level?: number | undefined }
  | { kind: 'role-permission-revoked'; role: string; permission: string }
  | { kind: 'role-created'; role: string; name: string; permissions: Grants }
  | { kind: 'role-changed'; role: string; permissions: Grants }
  | { kind: 'role-removed'; role: string }
  | { kind: 'group-role-added' | 'group-role-removed'; group: string; role: string }
  | { kind: 'group-removed'; group: string }
  | { kind: 'membership-added' | 'membership-removed'; group: string; person: string }
  | { kind: 'person-deactivated'; person: string }
  | { kind: 'default-role-changed'; permissions: Grants }
  | { kind: 'direct-roles-changed'; person: string; roles: readonly string[] }
  | { kind: 'model-changed'; model: ResolutionModel };

/** What the changes make of the places of single people, by position. */
export type PlaceEdits = {
  /** Position of a person -> positions of groups joined and left; the last word on each counts. */
  groups: ReadonlyMap<number, ReadonlyMap<number, boolean>>;
  deactivated: ReadonlySet<number>;
  /** Positions of roles that go; nobody has them any more, not even directly. */
  goneRoles: ReadonlySet<number>;
  /** Position of a person -> positions of the roles they would have directly. */
  directRoles: ReadonlyMap<number, readonly number[]>;
};

/** The rules after some changes, and what becomes of single people's places. */
export type WhatIf = {
  after: RuleBook;
  edits: PlaceEdits;
  /**
   * Changes that name a role, group or person that there is not, or no longer is, or make a role that there is
   * already; they change nothing.
   */
  missing: readonly AccessChange[];
};

/** Finds where things stand: -1 for what there is not. */
export type Positions = { group(id: string): number; person(id: string): number };

type Draft = {
  book: RuleBook;
  /** The groups of `book`, in a list of the draft's own: thousands of changes are each about one. */
  booked: BookedGroup[];
  groups: Map<number, Map<number, boolean>>;
  deactivated: Set<number>;
  goneRoles: Set<number>;
  goneGroups: Set<number>;
  directRoles: Map<number, readonly number[]>;
  positions: Positions;
};

/**
 * What `changes`, one after the other, make of `book`. Nothing is removed from its lists, so that positions
 * stay: a role or group that goes gives nothing any more.
 */
export function applyChanges(book: RuleBook, changes: readonly AccessChange[], positions: Positions): WhatIf {
  const booked = [...book.groups];
  const draft: Draft = {
    book: { ...book, groups: booked },
    booked,
    groups: new Map(),
    deactivated: new Set(),
    goneRoles: new Set(),
    goneGroups: new Set(),
    directRoles: new Map(),
    positions,
  };
  const missing = changes.filter((change) => !applied(draft, change));
  const { groups, deactivated, goneRoles, directRoles } = draft;
  return { after: draft.book, edits: { groups, deactivated, goneRoles, directRoles }, missing };
}

function applied(draft: Draft, change: AccessChange): boolean {
  switch (change.kind) {
    case 'default-role-changed':
      draft.book = { ...draft.book, defaults: change.permissions };
      return true;
    case 'model-changed':
      draft.book = { ...draft.book, model: change.model };
      return true;
    case 'role-created':
      return withNewRole(draft, change.role, change.permissions);
    case 'role-permission-granted':
      return withRole(draft, change.role, (said) => ({ ...said, [change.permission]: change.level ?? true }));
    case 'role-permission-revoked':
      return withRole(draft, change.role, (said) =>
        Object.fromEntries(Object.entries(said).filter(([key]) => key !== change.permission)),
      );
    case 'role-changed':
      return withRole(draft, change.role, () => change.permissions);
    case 'role-removed':
      return withoutRole(draft, change.role);
    default:
      return appliedToPlaces(draft, change);
  }
}

type PlaceChange = Extract<AccessChange, { group: string } | { person: string }>;

function appliedToPlaces(draft: Draft, change: PlaceChange): boolean {
  switch (change.kind) {
    case 'group-role-added':
    case 'group-role-removed':
      return withGroupRole(draft, change);
    case 'group-removed':
      return withoutGroup(draft, change.group);
    case 'membership-added':
    case 'membership-removed':
      return withPlace(draft, change);
    case 'direct-roles-changed':
      return withDirectRoles(draft, change);
    case 'person-deactivated': {
      const person = draft.positions.person(change.person);
      if (person >= 0) draft.deactivated.add(person);
      return person >= 0;
    }
    default:
      return change satisfies never;
  }
}

/** Where the role of an id stands; -1 for none, and for one that goes. */
const roleAt = ({ book, goneRoles }: Draft, id: string): number =>
  book.roles.findLastIndex((role, at) => role.id === id && !goneRoles.has(at));

/** Where the group of an id stands; -1 for none, and for one that goes. */
function groupAt({ positions, goneGroups }: Draft, id: string): number {
  const position = positions.group(id);
  return goneGroups.has(position) ? -1 : position;
}

function withNewRole(draft: Draft, id: string, permissions: Grants): boolean {
  if (roleAt(draft, id) >= 0) return false;
  draft.book = { ...draft.book, roles: [...draft.book.roles, { id, permissions }] };
  return true;
}

function withRole(draft: Draft, id: string, change: (said: Grants) => Grants): boolean {
  const changed = roleAt(draft, id);
  if (changed < 0) return false;
  const roles = draft.book.roles.map((role, at) =>
    at === changed ? { ...role, permissions: change(role.permissions) } : role,
  );
  draft.book = { ...draft.book, roles };
  return true;
}

function withoutRole(draft: Draft, id: string): boolean {
  const gone = roleAt(draft, id);
  if (gone < 0) return false;
  draft.goneRoles.add(gone);
  for (const [at, group] of draft.booked.entries()) {
    if (group.roles.includes(gone)) {
      draft.booked[at] = { ...group, roles: group.roles.filter((role) => role !== gone) };
    }
  }
  return true;
}

function withGroup(
  draft: Draft,
  id: string,
  change: (roles: readonly number[]) => readonly number[],
): boolean {
  const position = groupAt(draft, id);
  const group = draft.booked[position];
  if (!group) return false;
  draft.booked[position] = { ...group, roles: change(group.roles) };
  return true;
}

function withoutGroup(draft: Draft, id: string): boolean {
  const position = groupAt(draft, id);
  if (!withGroup(draft, id, () => [])) return false;
  draft.goneGroups.add(position);
  return true;
}

function withGroupRole(
  draft: Draft,
  { kind, group, role: id }: PlaceChange & { kind: 'group-role-added' | 'group-role-removed' },
): boolean {
  const role = roleAt(draft, id);
  if (role < 0) return false;
  return withGroup(draft, group, (roles) => {
    const others = roles.filter((one) => one !== role);
    return kind === 'group-role-added' ? [...others, role] : others;
  });
}

function withPlace(
  draft: Draft,
  { kind, group, person }: PlaceChange & { kind: 'membership-added' | 'membership-removed' },
): boolean {
  const [to, who] = [groupAt(draft, group), draft.positions.person(person)];
  if (to < 0 || who < 0) return false;
  const places = draft.groups.get(who) ?? new Map<number, boolean>();
  draft.groups.set(who, places.set(to, kind === 'membership-added'));
  return true;
}

function withDirectRoles(
  draft: Draft,
  { person, roles }: PlaceChange & { kind: 'direct-roles-changed' },
): boolean {
  const who = draft.positions.person(person);
  const own = roles.map((id) => roleAt(draft, id));
  if (who < 0 || own.includes(-1)) return false;
  draft.directRoles.set(who, own);
  return true;
}

/** The positions of the roles a person would have directly. */
export const directRolesAfter = (
  { directRoles }: Population,
  position: number,
  edits: PlaceEdits,
): readonly number[] =>
  (edits.directRoles.get(position) ?? directRoles.get(position) ?? []).filter(
    (role) => !edits.goneRoles.has(role),
  );

/** The positions of the groups a person would be in. */
export function groupsAfter(population: Population, position: number, { groups }: PlaceEdits): Set<number> {
  const after = new Set(groupsAt(population, position));
  for (const [group, isIn] of groups.get(position) ?? []) {
    if (isIn) after.add(group);
    else after.delete(group);
  }
  return after;
}
