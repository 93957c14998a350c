import 'server-only';
import { z } from 'zod';
import { restageImport } from '#lib/commands/imports/restage-import';
import { beginImport, carryOutImport, endImport, tryImport } from '#lib/commands/imports/run-import';
import { clearImports } from '#lib/commands/imports/clear-imports';
import type { Context } from '#lib/domain/context';
import type { StoredImport } from '#lib/domain/imports/import-view';
import { systemJobContext } from './job-context';
import type { JobRun } from './job';

const payload = z.object({ workspaceId: z.uuid(), id: z.uuid() });

const maxAttempts = 5;
const triedOften = `It was begun ${String(maxAttempts)} times and never ended. Nothing was changed.`;

/**
 * Tries out or applies an import. A job that died is done again from its beginning: what is staged is in the
 * database, and what it had written went with its transaction. Done twice, the second finds nothing to do.
 */
export async function runImport(raw: unknown, run: JobRun): Promise<void> {
  const { workspaceId, id } = payload.parse(raw);
  const ctx = systemJobContext(run, workspaceId);
  const begun = await beginImport(ctx, { id });
  if (!begun.ok || !begun.value) return;
  if (begun.value.attempts > maxAttempts) {
    await endImport(ctx, { id, state: 'failed', reason: triedOften });
    return;
  }
  const ended = await work(ctx, begun.value);
  if (ended.ok) return;
  const { code, message } = ended.error;
  const plan = 'plan' in ended.error ? ended.error.plan : undefined;
  const state = code === 'cancelled' ? 'cancelled' : 'failed';
  await endImport(ctx, { id, state, reason: message, ...(plan ? { plan } : {}) });
}

async function work(ctx: Context, begun: StoredImport) {
  const staged = begun.isRemapped ? await restageImport(ctx.workspaceId, begun) : null;
  if (staged && !staged.ok) return staged;
  const stored = staged?.value ?? begun;
  return stored.isDryRun
    ? tryImport(ctx, stored)
    : carryOutImport(inTheNameOf(ctx, stored), { id: stored.id });
}

/** Whoever asked for the import stands in the record; that they may is settled when they ask, and when it is applied. */
const inTheNameOf = (ctx: Context, { byId, by }: StoredImport): Context => ({
  ...ctx,
  actor: { ...ctx.actor, id: byId, name: by },
});

/** Clears away what imports left behind. */
export async function clearOldImports(_raw: unknown, run: JobRun): Promise<void> {
  await clearImports(systemJobContext(run), {});
}
