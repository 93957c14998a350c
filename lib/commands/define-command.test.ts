import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '#lib/data/db';
import { saveDecision } from '#lib/data/rollout-decisions';
import { transact } from '#lib/data/transact';
import { changed } from '#lib/domain/audit/audit-event';
import type { Context } from '#lib/domain/context';
import { Busy } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { arrange, auditLog, visitor } from '#test/arrange';
import { defineCommand } from './define-command';

/** Writes a decision and then ends as it is told. */
const decideAnd = defineCommand({
  capability: 'decision.write',
  input: z.strictObject({ end: z.enum(['keep', 'refuse', 'fail']) }),
  output: z.null(),
  async run({ ctx, tx, input: { end } }) {
    const { workspaceId, now } = ctx;
    await saveDecision(tx, { workspaceId, surfaces: 'both', version: 1, decidedAt: now, decidedBy: 'Mara' });
    if (end === 'fail') throw new Error('a bug');
    if (end === 'refuse') return err({ code: 'refused', message: 'Not now.' });
    return ok(changed(null, { action: 'test.done', subject: 'test:1', before: null, after: null }));
  },
});

/** Holds the workspace's turn until it is let go. */
function hold({ workspaceId }: Context) {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => (letGo = resolve));
  const held = transact(workspaceId, () => until);
  return async () => {
    letGo();
    await held;
  };
}

const decisions = ({ workspaceId }: Context) => db.rolloutDecision.count({ where: { workspaceId } });
const refusals = (ctx: Context) =>
  db.refusal.findMany({ where: { kind: 'forbidden', subject: ctx.actor.id } });

describe('a command', () => {
  test('keeps the change together with its audit event', async () => {
    const { ctx } = await arrange();

    expect(await decideAnd(ctx, { end: 'keep' })).toEqual({ ok: true, value: null });

    expect(await decisions(ctx)).toBe(1);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('keeps nothing when its audit event cannot be written', async () => {
    const { ctx } = await arrange();

    // Postgres text cannot hold NUL, so the audit event cannot be written.
    await expect(decideAnd({ ...ctx, requestId: '\0' }, { end: 'keep' })).rejects.toThrow();

    expect(await decisions(ctx)).toBe(0);
  });

  test('keeps nothing of what it wrote before it refused', async () => {
    const { ctx } = await arrange();

    const result = await decideAnd(ctx, { end: 'refuse' });

    expect(result).toEqual({ ok: false, error: { code: 'refused', message: 'Not now.' } });
    expect(await decisions(ctx)).toBe(0);
  });

  test('keeps nothing when something is thrown, and throws it on', async () => {
    const { ctx } = await arrange();

    await expect(decideAnd(ctx, { end: 'fail' })).rejects.toThrow('a bug');

    expect(await decisions(ctx)).toBe(0);
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });

  test('asks for the right before it looks at the input', async () => {
    const { as } = await arrange();

    const result = await decideAnd(await as('auditor'), { end: 'nonsense' });

    expect(!result.ok && result.error.code).toBe('forbidden');
  });

  test('lets nobody in who has not signed in', async () => {
    const { ctx } = await arrange();

    const result = await decideAnd(visitor(ctx.workspaceId), { end: 'keep' });

    expect(!result.ok && result.error.code).toBe('forbidden');
    expect(await decisions(ctx)).toBe(0);
  });

  test('notes who was refused what, at most twenty times a minute', async () => {
    const { ctx, as } = await arrange();
    const auditor = await as('auditor');

    for (let attempt = 0; attempt < 25; attempt += 1) await decideAnd(auditor, { end: 'keep' });

    const noted = await refusals(auditor);
    expect(noted).toHaveLength(20);
    expect(noted[0]).toMatchObject({ workspaceId: ctx.workspaceId, capability: 'decision.write' });
    expect(await auditLog(ctx.workspaceId)).toEqual([]);
  });
});

describe('the workspace’s turn', () => {
  test('who waits four seconds for it is told that it is busy, and nothing is kept', async () => {
    const { ctx } = await arrange();
    const letGo = hold(ctx);

    await expect(decideAnd(ctx, { end: 'keep' })).rejects.toBeInstanceOf(Busy);
    await letGo();

    expect(await decisions(ctx)).toBe(0);
  });

  test('another workspace does not wait for it', async () => {
    const [mine, theirs] = [await arrange(), await arrange()];
    const letGo = hold(theirs.ctx);

    expect((await decideAnd(mine.ctx, { end: 'keep' })).ok).toBe(true);
    await letGo();
  });
});
