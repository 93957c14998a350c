import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { invalidInput, refuse, type Command } from '#lib/commands/define-command';
import { db } from '#lib/data/db';
import { forgetImport, findImport, moveImport, openImport } from '#lib/data/imports';
import { appendJob } from '#lib/data/outbox';
import { transactAlone } from '#lib/data/transact';
import type { Context } from '#lib/domain/context';
import { notFound } from '#lib/domain/errors';
import { importKinds, type ImportKind } from '#lib/domain/imports/import-kinds';
import {
  importModes,
  importView,
  toImportView,
  type ImportFile,
  type ImportView,
} from '#lib/domain/imports/import-view';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { fileAs, stageFile, type ArrivingFile } from './stage-file';

const isStream = (value: unknown): value is AsyncIterable<ArrivingFile> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

const input = z.strictObject({
  dryRun: z.stringbool().or(z.boolean()).default(false),
  mode: z.enum(importModes).default('merge'),
  skipRejected: z.stringbool().or(z.boolean()).default(false),
  /** The number of removals, where so many would go that it is asked for. */
  removals: z.coerce.number().int().min(0).max(1_000_000_000).nullable().default(null),
  files: z.custom<AsyncIterable<ArrivingFile>>(isStream, 'Send the files as multipart/form-data.'),
});

/**
 * Takes the files of an import while they arrive, checks and stages each row, and leaves the rest to a job.
 *
 * Neither held whole nor in the workspace's turn: an upload may take minutes. A file that cannot be read is refused,
 * and nothing of the others stays.
 */
export const receiveImport: Command<ImportView, DomainError> = Object.assign(receive, {
  capability: 'directory.write' as const,
  input,
  output: importView,
});

async function receive(ctx: Context, raw: unknown): Promise<Result<ImportView, DomainError>> {
  const refused = await refuse(ctx, 'directory.write');
  if (refused) return err(refused);
  const parsed = input.safeParse(raw);
  if (!parsed.success) return err(invalidInput(parsed.error));

  const { files, dryRun, ...options } = parsed.data;
  const id = randomUUID();
  const { workspaceId, now: at, actor } = ctx;
  const begun = { id, workspaceId, ...options, isDryRun: dryRun, at, byId: actor.id, by: actor.name };
  const number = await openImport(db, begun);
  try {
    const staged = await stageAll(files, { import: number, isKept: dryRun });
    if (staged.ok) return await queue(ctx, id, staged.value);
    await forgetImport(db, { number });
    return staged;
  } catch (thrown) {
    await forgetImport(db, { number });
    throw thrown;
  }
}

async function stageAll(
  files: AsyncIterable<ArrivingFile>,
  target: { import: number; isKept: boolean },
): Promise<Result<ImportFile[], DomainError>> {
  const staged = new Map<ImportKind, ImportFile>();
  for await (const file of files) {
    const as = fileAs(file);
    if (!as.ok) return as;
    const name = file.name || `${as.value.kind}.${as.value.format}`;
    if (staged.has(as.value.kind)) return err(twice(as.value.kind));
    const one = await stageFile({ ...target, ...as.value, name, firstLineIsData: false }, file.bytes);
    if (!one.ok) return one;
    staged.set(as.value.kind, one.value);
  }
  const inOrder = importKinds.flatMap((kind) => staged.get(kind) ?? []);
  return inOrder.length > 0 ? ok(inOrder) : err(noFile);
}

const noFile = { code: 'no_file', message: 'Choose people.csv, groups.csv or memberships.csv first.' };

const twice = (kind: ImportKind) => ({
  code: 'file_twice',
  message: `There are two files of ${kind}. Send one.`,
});

async function queue(
  ctx: Context,
  id: string,
  files: ImportFile[],
): Promise<Result<ImportView, DomainError>> {
  const { workspaceId, now } = ctx;
  const unreadable = files.find(({ refusal }) => refusal !== null);
  const change = unreadable
    ? ({
        state: 'failed',
        reason: `${unreadable.name}: ${unreadable.refusal ?? ''}`,
        endedAt: now,
        files,
      } as const)
    : ({ state: 'queued', files } as const);
  return transactAlone(async (tx) => {
    await moveImport(tx, { workspaceId, id, from: ['receiving'], change });
    if (!unreadable) await appendJob(tx, { name: 'run-import', payload: { workspaceId, id } });
    const stored = await findImport(tx, { workspaceId, id });
    return stored ? ok(toImportView(stored)) : err(notFound);
  });
}
