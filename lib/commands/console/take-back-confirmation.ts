import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConsole, moveConfirmedMembers, saveConfirmedMembers, saveConsole } from '#lib/data/console';
import { moveConfirmedDirectRoles, saveConfirmedDirectRole } from '#lib/data/console-direct-roles';
import { findNewestConfirmation, removeConfirmation } from '#lib/data/console-confirmations';
import type { Db } from '#lib/data/db';
import { changed } from '#lib/domain/audit/audit-event';
import { takenBack, type ConsoleUndo } from '#lib/domain/console/console-undo';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Takes the newest confirmation of console work back: its steps are to be done again. */
export const takeBackConfirmation = defineCommand({
  capability: 'console.confirm',
  input: z.strictObject({ version: seenVersion }),
  output: z.object({ version: z.int(), words: z.string() }),
  async run({ ctx, tx, input: { version } }) {
    const { workspaceId, now, actor } = ctx;
    const [stored, newest] = [
      await findConsole(tx, { workspaceId }),
      await findNewestConfirmation(tx, { workspaceId }),
    ];
    if (stored.version !== version) return err(conflict({ version: stored.version }));
    if (!newest) return err({ code: 'nothing_to_take_back', message: 'Nothing was confirmed yet.' });

    const { words, undo } = newest;
    const after = { version: version + 1, words };
    await saveConsole(tx, {
      workspaceId,
      state: takenBack(stored.state, undo),
      version: after.version,
      changedAt: now,
      changedBy: actor.name,
    });
    await takeBackPeople(tx, { workspaceId, undo });
    await removeConfirmation(tx, { workspaceId, version: newest.version });
    const { confirmedAt, confirmedBy } = newest;
    return ok(
      changed(after, {
        action: 'console.step_taken_back',
        subject: 'console:worklist',
        before: { version, words, confirmedAt, confirmedBy },
        after,
      }),
    );
  },
});

/** Stores who was in which group and had which role directly before a confirmation, under the ids of then. */
async function takeBackPeople(
  tx: Db,
  { workspaceId, undo }: { workspaceId: string; undo: ConsoleUndo },
): Promise<void> {
  for (const { group, added, removed } of undo.members) {
    await saveConfirmedMembers(tx, { workspaceId, group, added: removed, removed: added });
  }
  for (const { role, given, taken } of undo.directRoles) {
    await saveConfirmedDirectRole(tx, { workspaceId, role, given: taken, taken: given });
  }
  await moveConfirmedMembers(tx, { workspaceId, moved: backwards(undo.moved.groups) });
  await moveConfirmedDirectRoles(tx, { workspaceId, moved: backwards(undo.moved.roles) });
}

const backwards = (moved: readonly (readonly [string, string])[]) =>
  new Map(moved.map(([old, now]) => [now, old]));
