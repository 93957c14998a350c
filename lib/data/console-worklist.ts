import 'server-only';
import { permissions as catalog } from '#lib/catalog/permissions';
import { readConsole, type ConsoleState } from '#lib/domain/console/console-state';
import { consoleSteps, type ConsoleStep } from '#lib/domain/console/console-step';
import { orderSteps, type OrderedStep } from '#lib/domain/console/order-steps';
import { permissionBits } from '#lib/domain/rbac/everyone/permission-bits';
import { levelsOf } from '#lib/domain/rbac/everyone/rule-book';
import { accessIndex, type AccessIndex } from './access-index';
import { findConsole, listImportedGroupIds, listPendingMembers, type StoredConsole } from './console';
import { listPendingDirectRoles } from './console-direct-roles';
import type { Db } from './db';
import { sha256 } from './sha256';

type Here = { workspaceId: string };

/** What is wanted and what is confirmed, with everything that is to be done between the two, in no order. */
export type ConsoleDifference = {
  stored: StoredConsole;
  confirmed: ConsoleState;
  wanted: ConsoleState;
  /** Ids of roles and groups that were confirmed under another: old -> new. */
  movedRoles: ReadonlyMap<string, string>;
  movedGroups: ReadonlyMap<string, string>;
  steps: readonly ConsoleStep[];
  index: AccessIndex;
};

/** Compares what is wanted with what was confirmed of the console. */
export async function findConsoleDifference(db: Db, { workspaceId }: Here): Promise<ConsoleDifference> {
  const index = await accessIndex(db, { workspaceId });
  const stored = await findConsole(db, { workspaceId });
  const imported = new Set(await listImportedGroupIds(db, { workspaceId }));
  const { roles, groups, defaults } = index.facts;
  const wanted: ConsoleState = {
    defaults: defaults.permissions,
    roles: roles.map(({ id, name, permissions }) => ({ id, name, permissions })),
    groups: groups.map(({ id, name, source, roleIds }) => {
      return { id, name, byHand: source === 'manual' && !imported.has(id), roleIds };
    }),
  };
  const { confirmed, movedRoles, movedGroups } = readConsole(stored.state, wanted);
  const members = await listPendingMembers(db, { workspaceId, moved: movedGroups });
  // In the guide's own model roles that people have directly do not count.
  const doDirectRolesCount = index.book.model === 'tri-state';
  const directRoles = doDirectRolesCount
    ? await listPendingDirectRoles(db, { workspaceId, moved: movedRoles })
    : [];
  return {
    stored,
    confirmed,
    wanted,
    movedRoles,
    movedGroups,
    steps: consoleSteps(confirmed, wanted, { members, directRoles }),
    index,
  };
}

/** What a step says, as a digest: another once anything of it moves. */
export const stepDigest = (step: ConsoleStep): string => sha256(JSON.stringify(step));

/** What all steps say, in whatever order. */
export const stepsDigest = (steps: readonly ConsoleStep[]): string =>
  sha256(steps.map(stepDigest).sort().join());

type Kept = { digest: string; ordered: readonly OrderedStep[] };

/** Ordering looks at everybody many times, so it is kept for as long as nothing is written. */
const kept = new WeakMap<AccessIndex, Kept>();

/** The steps in their order. */
export function orderedSteps({
  confirmed,
  wanted,
  steps,
  index,
  stored,
}: ConsoleDifference): readonly OrderedStep[] {
  const digest = `${String(stored.version)} ${stepsDigest(steps)}`;
  const known = kept.get(index);
  if (known?.digest === digest) return known.ordered;
  const { book, population, positionOf } = index;
  const withAll = (present: readonly { id: string }[], all: readonly { id: string }[]) => [
    ...new Set([...present, ...all].map(({ id }) => id)),
  ];
  const ordered = orderSteps(
    steps,
    { confirmed, wanted },
    {
      model: book.model,
      bits: permissionBits(levelsOf(catalog, book, confirmed)),
      population,
      positionOf,
      groupIds: withAll(book.groups, confirmed.groups),
      roleIds: withAll(book.roles, confirmed.roles),
    },
  );
  kept.set(index, { digest, ordered });
  return ordered;
}
