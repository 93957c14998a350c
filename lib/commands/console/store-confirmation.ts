import 'server-only';
import { permissions as catalog } from '#lib/catalog/permissions';
import { saveConfirmedMembers, moveConfirmedMembers, saveConsole } from '#lib/data/console';
import { addConfirmation } from '#lib/data/console-confirmations';
import type { ConsoleDifference } from '#lib/data/console-worklist';
import type { Db } from '#lib/data/db';
import { keptState, type ConsoleState } from '#lib/domain/console/console-state';
import { isAboutMembers, type ConsoleStep } from '#lib/domain/console/console-step';
import { undoOf } from '#lib/domain/console/console-undo';
import { stepWords } from '#lib/domain/console/step-words';
import type { Context } from '#lib/domain/context';
import { textAt } from '#lib/domain/rbac/everyone/text-column';

/** A step in one line, in the vendor's labels. */
export const wordsOf = (step: ConsoleStep, { index }: Pick<ConsoleDifference, 'index'>): string =>
  stepWords(step, { catalog, model: index.book.model });

/** A step as the record keeps it: people by the customer's ids. */
export function recordedStep(step: ConsoleStep, { index }: Pick<ConsoleDifference, 'index'>): object {
  if (!isAboutMembers(step)) return step;
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
  const { stored, movedGroups } = difference;
  const version = stored.version + 1;
  const state = keptState(after);
  const members = steps.filter(isAboutMembers).map(({ kind, group, persons }) => {
    const isJoining = kind === 'members-added';
    return { group, added: isJoining ? [...persons] : [], removed: isJoining ? [] : [...persons] };
  });
  await saveConsole(tx, { workspaceId, state, version, changedAt: now, changedBy: actor.name });
  await moveConfirmedMembers(tx, { workspaceId, moved: movedGroups });
  for (const change of members) await saveConfirmedMembers(tx, { workspaceId, ...change });

  const before = undoOf(stored.state, state);
  const open = difference.steps.length - steps.length;
  await addConfirmation(tx, {
    workspaceId,
    version,
    words,
    steps: steps.length,
    open,
    undo: { ...before, members },
    confirmedAt: now,
    confirmedBy: actor.name,
  });
  return { version, before, open };
}
