import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readAuthentication } from '#lib/queries/authentication';
import { readRollout } from '#lib/queries/rollout';
import { arrange, auditLog } from '#test/arrange';
import { reviewAuthentication } from './review-authentication';

const answers = { local: ['chatgpt'], chatgpt: ['sso'], mfa: 'identity_provider', restriction: 'both' };
const review = { ...answers, version: 0 };
const stored = (workspaceId: string) => db.authenticationReview.findUnique({ where: { workspaceId } });

async function taskOf(ctx: Context) {
  const rollout = await readRollout(ctx);
  const tasks = rollout?.progress.steps.flatMap((step) => step.tasks) ?? [];
  return tasks.find(({ task }) => task.id === 'authentication');
}

describe('reviewAuthentication', () => {
  test('the answers are stored, stand in the audit log, and the review is done', async () => {
    const { ctx } = await arrange();

    const result = await reviewAuthentication(ctx, review);

    expect(result).toEqual({ ok: true, value: { ...answers, version: 1 } });
    expect(await stored(ctx.workspaceId)).toMatchObject({ answers, changedBy: ctx.actor.name });
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'authentication.reviewed', after: { ...answers, version: 1 } },
    ]);
    expect(await taskOf(ctx)).toMatchObject({ state: 'done', version: 1 });
  });

  test('an answer that contradicts a rule keeps the review open, and says which', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    await reviewAuthentication(ctx, { ...review, chatgpt: ['password'], mfa: 'nobody' });

    expect(await taskOf(ctx)).toMatchObject({ state: 'in_progress' });
    expect((await taskOf(ctx))?.reason).toContain('Codex cloud refuses people with e-mail and password');
    const read = await readAuthentication(ctx);
    expect(read?.consequences.map(({ id, kind }) => `${kind}: ${id}`)).toContain(
      'contradiction: mfa-missing-for-password',
    );
  });

  test('answers to questions that no longer apply are kept and count again', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });
    await reviewAuthentication(ctx, { ...review, restriction: null });
    expect(await taskOf(ctx)).toMatchObject({ state: 'in_progress' });

    await setDecision(ctx, { surfaces: 'cloud', version: 1 });
    expect(await taskOf(ctx)).toMatchObject({ state: 'done' });

    await setDecision(ctx, { surfaces: 'both', version: 2 });
    expect(await taskOf(ctx)).toMatchObject({ reason: 'Still to answer: login restriction.' });
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not answer, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await reviewAuthentication(await as(appRole), review);

      expect(result).toMatchObject({ error: { code: 'forbidden', capability: 'authentication.write' } });
      expect(await stored(ctx.workspaceId)).toBeNull();
    },
  );

  test('the IT management owner may', async () => {
    const { as } = await arrange();

    expect(await reviewAuthentication(await as('it_owner'), review)).toMatchObject({ ok: true });
  });

  test.each([
    ['an unknown method', { ...review, local: ['fax'] }, 'local'],
    ['a missing answer', { ...review, mfa: undefined }, 'mfa'],
    ['a field too many', { ...review, phone: '1' }, 'phone'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { ctx } = await arrange();

    const result = await reviewAuthentication(ctx, input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
  });

  test('the same answers again are no write, and an old version is a conflict', async () => {
    const { ctx } = await arrange();
    await reviewAuthentication(ctx, review);

    expect(await reviewAuthentication(ctx, { ...review, version: 1 })).toMatchObject({ ok: true });
    expect(await reviewAuthentication(ctx, { ...review, mfa: 'nobody' })).toMatchObject({
      error: { code: 'conflict', current: { version: 1 } },
    });
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });

  test('of two who answer at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const other = await as('it_owner');

    const results = await Promise.all([
      reviewAuthentication(ctx, review),
      reviewAuthentication(other, { ...review, mfa: 'both' }),
    ]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
  });
});
