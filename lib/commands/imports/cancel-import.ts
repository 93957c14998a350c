import 'server-only';
import { z } from 'zod';
import { dropStaged, findImport, moveImport } from '#lib/data/imports';
import { notFound } from '#lib/domain/errors';
import { importView, toImportView } from '#lib/domain/imports/import-view';
import { err, ok } from '#lib/domain/result';
import { defineImportStep } from './define-import-step';

const ended = { code: 'import_ended', message: 'This import has ended already.' };

/**
 * Cancels an import: at once while nothing works on it, else at the next step of the job, which then undoes what it
 * did. Once applied there is nothing to cancel: `import_ended`.
 */
export const cancelImport = defineImportStep({
  capability: 'directory.write',
  input: z.strictObject({ id: z.uuid() }),
  output: importView,
  async run({ ctx: { workspaceId, now }, tx, input: { id } }) {
    const current = await findImport(tx, { workspaceId, id });
    if (!current) return err(notFound);
    if (current.state === 'cancelled') return ok(toImportView(current));
    const isOpen = current.state !== 'done' || current.isDryRun;
    const move = (from: ('queued' | 'running' | 'failed' | 'done')[], change: object) =>
      moveImport(tx, { workspaceId, id, from, change });

    const atOnce = { state: 'cancelled', endedAt: now };
    const stopped =
      isOpen && (await move(current.state === 'done' ? ['done'] : ['queued', 'failed'], atOnce));
    if (stopped) await dropStaged(tx, current);
    if (!stopped && !(await move(['running'], { isCancelling: true }))) return err(ended);
    const stored = await findImport(tx, { workspaceId, id });
    return stored ? ok(toImportView(stored)) : err(notFound);
  },
});
