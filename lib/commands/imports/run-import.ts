import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { definePersonalCommand } from '#lib/commands/define-personal-command';
import { db, type Db } from '#lib/data/db';
import { findEffect } from '#lib/data/import-effect';
import { saveEffectRows } from '#lib/data/import-effect-rows';
import { applyGroups } from '#lib/data/import-groups';
import { applyMembers, stampGroups } from '#lib/data/import-members';
import { analyzeDirectory, applyPeople, applyRemovals } from '#lib/data/import-people';
import { planImport } from '#lib/data/import-plan';
import { claimImport, dropStaged, endWell, findImport, moveImport } from '#lib/data/imports';
import { findMember } from '#lib/data/member-records';
import { compareTogether } from '#lib/data/transact';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { changesAnything, sumOf } from '#lib/domain/imports/import-counts';
import {
  importView,
  storedImport,
  toImportView,
  type ImportPlan,
  type StoredImport,
} from '#lib/domain/imports/import-view';
import { judgePlan } from '#lib/domain/imports/judge-plan';
import { hasAccess } from '#lib/domain/members/member';
import { err, ok } from '#lib/domain/result';

const one = z.strictObject({ id: z.uuid() });

const gone = {
  code: 'rows_gone',
  message: 'The rows that were read are no longer here. Send the files again.',
};
const unentitled = {
  code: 'asker_unentitled',
  message:
    'Whoever asked for it may import no longer: access has ended, or the app role is another. Nothing was changed.',
};
const cancelled = { code: 'cancelled', message: 'It was cancelled. Nothing was changed.' };

/** Begins a try of an import; null where there is nothing left to do, or somebody has asked to cancel it. */
export const beginImport = definePersonalCommand({
  input: one,
  run: async ({ ctx: { workspaceId, now }, tx, input: { id } }) =>
    ok(await claimImport(tx, { workspaceId, id, now })),
});

/**
 * Ends an import that cannot go on, in words; as cancelled where somebody has asked for that, whatever else stopped
 * it. What it had staged stays for a day, unless it was cancelled.
 */
export const endImport = definePersonalCommand({
  input: one.extend({
    state: z.enum(['failed', 'cancelled']),
    reason: z.string(),
    plan: storedImport.shape.plan.optional(),
  }),
  async run({ ctx: { workspaceId, now }, tx, input: { id, state, reason, plan } }) {
    const stored = await findImport(tx, { workspaceId, id });
    if (!stored) return ok(null);
    const how = stored.isCancelling
      ? ({ state: 'cancelled', reason: cancelled.message } as const)
      : { state, reason };
    const change = { ...how, endedAt: now, ...(plan ? { plan } : {}) };
    const moved = await moveImport(tx, { workspaceId, id, from: ['queued', 'running'], change });
    if (moved && how.state === 'cancelled') await dropStaged(tx, stored);
    return ok(null);
  },
});

/** Finds what applying an import would do, and notes it. Nothing of the directory is written. */
export async function tryImport(ctx: Context, stored: StoredImport) {
  const { workspaceId, now: endedAt } = ctx;
  const found = await compareTogether((tx) => compare(tx, ctx, stored));
  if (!found) return err(gone);
  await saveEffectRows(db, { import: stored.number }, found.rows());
  const { plan } = found;
  const isEnded = await endWell(db, { workspaceId, id: stored.id, plan, endedAt });
  return isEnded ? ok(plan) : err(cancelled);
}

/** What an import would do to the directory and to access; null where rows that were read are no longer staged. */
async function compare(tx: Db, ctx: Context, stored: StoredImport) {
  const plan = await planImport(tx, { workspaceId: ctx.workspaceId, ...stored });
  if (!plan) return null;
  const { effect, rows } = await findEffect(ctx, tx);
  return { plan: { ...plan, effect }, rows };
}

/**
 * Applies an import, all of it in one transaction: compared with the directory as it is now, then written, with one
 * entry in the record. Progress is noted beside the transaction; a wish to cancel is looked for before each step.
 *
 * Refused with `effect_moved` where it was tried out and would now meet others than it showed, by other permissions.
 */
export const carryOutImport = defineCommand({
  capability: 'directory.import',
  input: one,
  output: importView,
  takesLong: true,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now: endedAt } = ctx;
    const stored = await findImport(tx, { workspaceId, id });
    if (stored?.state !== 'running') return stored ? ok(unchanged(toImportView(stored))) : err(gone);
    const judged = await judge(tx, ctx, stored);
    if (!judged.ok) return judged;
    const plan = judged.value;
    const isWhole = await write(tx, ctx, stored);
    if (!isWhole || !(await endWell(tx, { workspaceId, id, endedAt, plan }))) return err(cancelled);
    await dropStaged(tx, stored);
    const after = toImportView({ ...stored, state: 'done', plan, endedAt });
    if (!changesAnything(sumOf(plan.byKind))) return ok(unchanged(after));
    return ok(changed(after, recordOf(stored, plan)));
  },
});

/** What an import that may be applied does now; else why it may not be, with what it would do. */
async function judge(tx: Db, ctx: Context, stored: StoredImport) {
  if (!(await mayStill(tx, ctx, stored))) return err(unentitled);
  const found = await compare(tx, ctx, stored);
  if (!found) return err(gone);
  const { plan, rows } = found;
  const seen = stored.plan?.effect?.mark ?? null;
  const judged = judgePlan(plan, { ...stored, seen });
  // Whoever is refused looks at whom it would meet; of what nobody looked at, its page tells whom it met.
  if (!judged.ok || seen === null) await saveEffectRows(db, { import: stored.number }, rows());
  return judged.ok ? ok(plan) : err({ ...judged.error, plan });
}

/** Whether whoever asked may still import: an import can wait for long, and is applied in their name. */
async function mayStill(tx: Db, { workspaceId, now }: Context, { byId }: StoredImport): Promise<boolean> {
  const member = await findMember(tx, { workspaceId, memberId: byId });
  return member !== null && hasAccess(member, now) && can(member, 'directory.write');
}

async function write(tx: Db, ctx: Context, { id, by }: StoredImport): Promise<boolean> {
  const { workspaceId, now: changedAt } = ctx;
  const written = { workspaceId, changedAt, changedBy: by };
  const goOn = (step: number) => noteStep({ workspaceId, id, step });
  if (!(await goOn(2))) return false;
  await stampGroups(tx, written);
  await applyRemovals(tx);
  await applyPeople(tx, written);
  if (!(await goOn(3))) return false;
  await applyGroups(tx, written);
  if (!(await applyMembers(tx, { workspaceId, onPart: () => goOn(4) }))) return false;
  await analyzeDirectory(tx);
  return goOn(5);
}

/** Notes how far the work is, for whoever watches it; false where somebody has asked to cancel it. */
async function noteStep({
  workspaceId,
  id,
  step,
}: {
  workspaceId: string;
  id: string;
  step: number;
}): Promise<boolean> {
  await moveImport(db, { workspaceId, id, from: ['running'], change: { step } });
  return !(await findImport(db, { workspaceId, id }))?.isCancelling;
}

const recordOf = ({ id, mode, files, skipRejected }: StoredImport, plan: ImportPlan) => ({
  action: 'directory.imported',
  subject: `import:${id}`,
  before: null,
  after: {
    mode,
    skipRejected,
    counts: sumOf(plan.byKind),
    byKind: plan.byKind,
    goesAlong: plan.goesAlong,
    files: files.map(({ name, kind, rows, bytes, sha256 }) => ({ name, kind, rows, bytes, sha256 })),
  },
});
