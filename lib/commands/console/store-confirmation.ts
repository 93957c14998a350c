import 'server-only';
import { permissions as catalog } from '#lib/catalog/permissions';
import { saveConfirmedMembers, moveConfirmedMembers, saveConsole } from '#lib/data/console';
import { addConfirmation } from '#lib/data/console-confirmations';
import {
  moveConfirmedDirectRoles,
  removeConfirmedDirectRoles,
  saveConfirmedDirectRole,
} from '#lib/data/console-direct-roles';
import type { ConsoleDifference } from '#lib/data/console-worklist';
import type { Db } from '#lib/data/db';
import { keptState, type ConsoleState } from '#lib/domain/console/console-state';
import { isAboutPeople, type ConsoleStep } from '#lib/domain/console/console-step';
import { undoOf, type ConsoleUndo } from '#lib/domain/console/console-undo';
import { stepWords } from '#lib/domain/console/step-words';
import type { Context } from '#lib/domain/context';
import { textAt } from '#lib/domain/rbac/everyone/text-column';

/** A step in one line, in the vendor's labels. */
export const wordsOf = (step: ConsoleStep, { index }: Pick<ConsoleDifference, 'index'>): string =>
  stepWords(step, { catalog, model: index.book.model });

/** A step as the record keeps it: people by the customer's ids. */
export function recordedStep(step: ConsoleStep, { index }: Pick<ConsoleDifference, 'index'>): object {
  if (!isAboutPeople(step)) return step;
  const { persons, ...rest } = step;
  const people = persons.map((number) => textAt(index.population.ids, index.positionOf(number)));
  return { ...rest, people };
}

type Confirmed = { difference: ConsoleDifference; steps: readonly ConsoleStep[]; after: ConsoleState };

/**
 * Stores that `steps` were done in the console, with what takes it back. Gives the new version, how everything
 * was before, and the steps left.
 */
export async function storeConfirmation(
  tx: Db,
  { workspaceId, now, actor }: Context,
  { difference, steps, after, words }: Confirmed & { words: string },
) {
  const { stored, movedRoles, movedGroups } = difference;
  const version = stored.version + 1;
  const state = keptState(after);
  await saveConsole(tx, { workspaceId, state, version, changedAt: now, changedBy: actor.name });
  await moveConfirmedMembers(tx, { workspaceId, moved: movedGroups });
  await moveConfirmedDirectRoles(tx, { workspaceId, moved: movedRoles });
  const members = await storeMembers(tx, { workspaceId, steps });
  const directRoles = await storeDirectRoles(tx, { workspaceId, steps });

  const before = undoOf(stored.state, state);
  const open = difference.steps.length - steps.length;
  await addConfirmation(tx, {
    workspaceId,
    version,
    words,
    steps: steps.length,
    open,
    undo: {
      ...before,
      members,
      directRoles,
      moved: { roles: [...movedRoles], groups: [...movedGroups] },
    },
    confirmedAt: now,
    confirmedBy: actor.name,
  });
  return { version, before, open };
}

type Stored = { workspaceId: string; steps: readonly ConsoleStep[] };

/** Stores who is in which group by `steps`; gives what changed. */
async function storeMembers(tx: Db, { workspaceId, steps }: Stored): Promise<ConsoleUndo['members']> {
  const changes = steps.flatMap((step) => {
    if (!isAboutPeople(step) || !('group' in step)) return [];
    const { kind, group, persons } = step;
    const isJoining = kind === 'members-added';
    return [{ group, added: isJoining ? [...persons] : [], removed: isJoining ? [] : [...persons] }];
  });
  for (const change of changes) await saveConfirmedMembers(tx, { workspaceId, ...change });
  return changes;
}

/** Stores who has which role directly by `steps`; gives what changed. */
async function storeDirectRoles(tx: Db, { workspaceId, steps }: Stored): Promise<ConsoleUndo['directRoles']> {
  const changes = steps.flatMap((step) => {
    if (step.kind !== 'direct-role-given' && step.kind !== 'direct-role-taken') return [];
    const { kind, role, persons } = step;
    const isGiven = kind === 'direct-role-given';
    return [{ role, given: isGiven ? [...persons] : [], taken: isGiven ? [] : [...persons] }];
  });
  for (const change of changes) await saveConfirmedDirectRole(tx, { workspaceId, ...change });
  // A role that goes takes also what deactivated people have of it.
  const roleIds = steps.flatMap((step) => (step.kind === 'role-removed' ? [step.role] : []));
  return [...changes, ...(await removeConfirmedDirectRoles(tx, { workspaceId, roleIds }))];
}
