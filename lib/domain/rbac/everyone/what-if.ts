import type { Grants } from '#lib/domain/rbac/grants';
import { groupsAt, type Population } from './population';
import type { RuleBook } from './rule-book';

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
  | { kind: 'default-role-changed'; permissions: Grants };

/** What the changes make of the places of single people, by position. */
export type PlaceEdits = {
  /** Position of a person -> positions of groups joined and left; the last word on each counts. */
  groups: ReadonlyMap<number, ReadonlyMap<number, boolean>>;
  deactivated: ReadonlySet<number>;
};

/** The rules after some changes, and what becomes of single people's places. */
export type WhatIf = {
  after: RuleBook;
  edits: PlaceEdits;
  /** Changes that name a role, group or person that there is not; they change nothing. */
  missing: readonly AccessChange[];
};

/** Finds where things stand: -1 for what there is not. */
export type Positions = { group(id: string): number; person(id: string): number };

type Draft = {
  book: RuleBook;
  groups: Map<number, Map<number, boolean>>;
  deactivated: Set<number>;
  positions: Positions;
};

/**
 * What `changes`, one after the other, make of `book`. Nothing is removed from its lists, so that positions
 * stay: a role or group that goes gives nothing any more.
 */
export function applyChanges(book: RuleBook, changes: readonly AccessChange[], positions: Positions): WhatIf {
  const draft: Draft = { book, groups: new Map(), deactivated: new Set(), positions };
  const missing = changes.filter((change) => !applied(draft, change));
  return { after: draft.book, edits: { groups: draft.groups, deactivated: draft.deactivated }, missing };
}

function applied(draft: Draft, change: AccessChange): boolean {
  switch (change.kind) {
    case 'default-role-changed':
      draft.book = { ...draft.book, defaults: change.permissions };
      return true;
    case 'role-created':
      draft.book = {
        ...draft.book,
        roles: [...draft.book.roles, { id: change.role, permissions: change.permissions }],
      };
      return true;
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
      return withGroup(draft, change.group, () => []);
    case 'membership-added':
    case 'membership-removed':
      return withPlace(draft, change);
    case 'person-deactivated': {
      const person = draft.positions.person(change.person);
      if (person >= 0) draft.deactivated.add(person);
      return person >= 0;
    }
    default:
      return change satisfies never;
  }
}

function withRole(draft: Draft, id: string, change: (said: Grants) => Grants): boolean {
  const { book } = draft;
  if (!book.roles.some((role) => role.id === id)) return false;
  const roles = book.roles.map((role) =>
    role.id === id ? { ...role, permissions: change(role.permissions) } : role,
  );
  draft.book = { ...book, roles };
  return true;
}

function withoutRole(draft: Draft, id: string): boolean {
  const { book } = draft;
  const gone = book.roles.findIndex((role) => role.id === id);
  if (gone < 0) return false;
  const groups = book.groups.map((group) => ({
    ...group,
    roles: group.roles.filter((role) => role !== gone),
  }));
  draft.book = { ...book, groups };
  return true;
}

function withGroup(
  draft: Draft,
  id: string,
  change: (roles: readonly number[]) => readonly number[],
): boolean {
  const position = draft.positions.group(id);
  if (position < 0) return false;
  const groups = draft.book.groups.map((group, at) =>
    at === position ? { ...group, roles: change(group.roles) } : group,
  );
  draft.book = { ...draft.book, groups };
  return true;
}

function withGroupRole(
  draft: Draft,
  { kind, group, role: id }: PlaceChange & { kind: 'group-role-added' | 'group-role-removed' },
): boolean {
  const role = draft.book.roles.findIndex((one) => one.id === id);
  if (role < 0) return false;
  return withGroup(draft, group, (roles) => {
    const others = roles.filter((one) => one !== role);
    return kind === 'group-role-added' ? [...others, role] : others;
  });
}

function withPlace(
  { positions, groups }: Draft,
  { kind, group, person }: PlaceChange & { kind: 'membership-added' | 'membership-removed' },
): boolean {
  const [groupAt, personAt] = [positions.group(group), positions.person(person)];
  if (groupAt < 0 || personAt < 0) return false;
  const places = groups.get(personAt) ?? new Map<number, boolean>();
  groups.set(personAt, places.set(groupAt, kind === 'membership-added'));
  return true;
}

/** The positions of the groups a person would be in. */
export function groupsAfter(population: Population, position: number, { groups }: PlaceEdits): Set<number> {
  const after = new Set(groupsAt(population, position));
  for (const [group, isIn] of groups.get(position) ?? []) {
    if (isIn) after.add(group);
    else after.delete(group);
  }
  return after;
}
