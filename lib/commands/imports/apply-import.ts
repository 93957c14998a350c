import 'server-only';
import { z } from 'zod';
import { findImport, moveImport } from '#lib/data/imports';
import { appendJob } from '#lib/data/outbox';
import { effectMark } from '#lib/domain/drafts/draft-effect';
import { notFound } from '#lib/domain/errors';
import { judgePlan } from '#lib/domain/imports/judge-plan';
import { importView, toImportView } from '#lib/domain/imports/import-view';
import { err, ok } from '#lib/domain/result';
import { defineImportStep } from './define-import-step';

const notReady = {
  code: 'import_not_ready',
  message:
    'This import cannot be applied: it is under way, was applied, or its files are gone. Send the files again.',
};

/** Has an import applied that was tried out, or that failed for rows or removals nobody had agreed to. */
export const applyImport = defineImportStep({
  capability: 'directory.write',
  input: z.strictObject({
    id: z.uuid(),
    skipRejected: z.boolean().default(false),
    removals: z.int().min(0).nullable().default(null),
    /** The mark of what it does to access, as it was looked at; null applies what the dry run found. */
    effect: effectMark.nullable().default(null),
  }),
  output: importView,
  async run({ ctx: { workspaceId, actor }, tx, input: { id, effect: seen, ...wanted } }) {
    const current = await findImport(tx, { workspaceId, id });
    if (!current) return err(notFound);
    const { plan } = current;
    const isTried = current.state === 'failed' || (current.state === 'done' && current.isDryRun);
    if (!plan || !isTried) return err(notReady);
    const judged = judgePlan(plan, { ...wanted, seen });
    if (!judged.ok) return judged;

    const change = {
      state: 'queued',
      ...wanted,
      ...{ isDryRun: false, reason: null, endedAt: null },
      ...{ step: 0, attempts: 0, isCancelling: false, byId: actor.id, by: actor.name },
    } as const;
    const moved = await moveImport(tx, { workspaceId, id, from: ['done', 'failed'], change });
    if (!moved) return err(notReady);
    await appendJob(tx, { name: 'run-import', payload: { workspaceId, id } });
    const stored = await findImport(tx, { workspaceId, id });
    return stored ? ok(toImportView(stored)) : err(notFound);
  },
});
