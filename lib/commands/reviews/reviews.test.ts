import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { setOwner } from '#lib/commands/owners/set-owner';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import { readReview } from '#lib/queries/reviews';
import { arrange, auditLog } from '#test/arrange';
import { beginReview } from './begin-review';
import { changeReview } from './change-review';
import { discardReview } from './discard-review';
import { setCadence } from './set-cadence';
import { signReview } from './sign-review';

const later = '2099-01-15';
const monthly = { every: 'monthly', nextOn: '2098-12-01', version: 0 };
const text = {
  findings: [{ text: 'Exports stopped in October.' }],
  decisions: [{ text: 'Export weekly.', owner: 'Jonas' }],
  actions: [{ text: 'Set up the exporter.', owner: 'Devi', dueOn: '2026-12-01' }],
};

async function begun() {
  const scene = await arrange();
  const governance = await scene.as('governance_owner');
  await setCadence(governance, monthly);
  await beginReview(governance, {});
  return { ...scene, governance };
}

const actions = async ({ workspaceId }: Context) => (await auditLog(workspaceId)).map(({ action }) => action);
const stored = ({ workspaceId }: Context) => db.review.findMany({ where: { workspaceId } });

describe('a review', () => {
  test('freezes the report, which stays whatever changes afterwards', async () => {
    const { ctx, governance } = await begun();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    const review = await readReview(governance, { number: 1 });

    expect(review).toMatchObject({ number: 1, startedBy: governance.actor.name, hashHolds: true });
    expect(review?.report.decision.surfaces).toBeNull();
    const [row] = await stored(ctx);
    expect(row?.reportHash).toBe(review?.reportHash);
    expect((await auditLog(ctx.workspaceId)).find(({ action }) => action === 'review.begun')).toMatchObject({
      subject: 'review:1',
      after: { number: 1, reportHash: review?.reportHash, version: 1 },
    });
  });

  test('whose frozen report was tampered with shows it', async () => {
    const { ctx, governance } = await begun();
    await db.$executeRaw`
      update "Review" set "report" = jsonb_set("report", '{guide}', '"2020-01"')
      where "workspaceId" = ${ctx.workspaceId}::uuid`;

    expect(await readReview(governance, { number: 1 })).toMatchObject({ hashHolds: false });
  });

  test('is one draft at a time, also when two begin at once', async () => {
    const { ctx, as } = await arrange();
    const results = await Promise.all([beginReview(ctx, {}), beginReview(await as('governance_owner'), {})]);

    const codes = results.map((result) => (result.ok ? 'begun' : result.error.code));
    expect(codes.sort()).toEqual(['begun', 'review_open']);
    expect(await stored(ctx)).toHaveLength(1);
  });

  test('takes findings, decisions and actions with a version', async () => {
    const { ctx, governance } = await begun();

    const result = await changeReview(governance, { number: 1, ...text, version: 1 });

    expect(result).toMatchObject({ ok: true, value: { ...text, version: 2 } });
    expect(await changeReview(ctx, { number: 1, ...text, version: 1 })).toMatchObject({
      error: { code: 'conflict', current: { version: 2 } },
    });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'review.changed',
      before: { findings: [] },
      after: text,
    });
  });

  test.each([
    [{ findings: [{ text: ' ' }] }],
    [{ actions: [{ text: 'x', dueOn: 'soon' }] }],
    [{ decisions: Array.from({ length: 51 }, () => ({ text: 'x' })) }],
    [{ findings: [{ text: 'x', color: 'red' }] }],
  ])('refuses %j beside its part', async (change) => {
    const { governance } = await begun();

    const result = await changeReview(governance, { number: 1, ...text, ...change, version: 1 });

    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  test('is signed by the governance owner, which sets the next date', async () => {
    const { ctx, governance } = await begun();

    const result = await signReview(governance, { number: 1, nextOn: later, version: 1 });

    expect(result).toMatchObject({
      ok: true,
      value: { signedBy: governance.actor.name, signedAt: governance.now, nextOn: later, version: 2 },
    });
    expect(await db.reviewCadence.findMany({ where: { workspaceId: ctx.workspaceId } })).toMatchObject([
      { every: 'monthly', nextOn: new Date(later), version: 2 },
    ]);
    expect((await actions(ctx)).slice(-2)).toEqual(['review.signed', 'cadence.set']);
  });

  test('is not signed by a workspace owner without the duty, who is told whom to ask', async () => {
    const { ctx } = await begun();
    await setOwner(ctx, { duty: 'governance', name: 'Jonas Ferreira', email: null, version: 0 });

    const result = await signReview(ctx, { number: 1, nextOn: later, version: 1 });

    expect(result).toMatchObject({
      error: {
        code: 'not_your_duty',
        message: 'Only the governance owner signs a review. Ask Jonas Ferreira.',
      },
    });
    expect((await stored(ctx))[0]?.signedAt).toBeNull();
  });

  test('once signed is not changed, discarded or signed again', async () => {
    const { ctx, governance } = await begun();
    await signReview(governance, { number: 1, nextOn: later, version: 1 });
    const refused = { ok: false, error: { code: 'review_signed' } };

    expect(await changeReview(governance, { number: 1, ...text, version: 2 })).toMatchObject(refused);
    expect(await discardReview(governance, { number: 1, version: 2 })).toMatchObject(refused);
    expect(await signReview(governance, { number: 1, nextOn: later, version: 2 })).toMatchObject(refused);
    expect(await stored(ctx)).toMatchObject([{ version: 2 }]);
  });

  test('needs a cadence to set the next date of, and a day after today', async () => {
    const { as } = await arrange();
    const governance = await as('governance_owner');
    await beginReview(governance, {});

    expect(await signReview(governance, { number: 1, nextOn: later, version: 1 })).toMatchObject({
      error: { code: 'cadence_missing' },
    });
    const today = governance.now.toISOString().slice(0, 10);
    await setCadence(governance, monthly);
    expect(await signReview(governance, { number: 1, nextOn: today, version: 1 })).toMatchObject({
      error: { code: 'next_date_past' },
    });
  });

  test('that is discarded leaves its text in the audit log, and makes room for another', async () => {
    const { ctx, governance } = await begun();
    await changeReview(governance, { number: 1, ...text, version: 1 });

    await discardReview(governance, { number: 1, version: 2 });

    expect(await stored(ctx)).toEqual([]);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({
      action: 'review.discarded',
      before: text,
      after: null,
    });
    expect(await beginReview(governance, {})).toMatchObject({ ok: true, value: { number: 1 } });
  });

  test.each(['it_owner', 'contributor', 'auditor'] as const)(
    'may not be begun or written by the app role %s',
    async (appRole) => {
      const { ctx, as } = await begun();
      const other = await as(appRole);
      const refused = { ok: false, error: { code: 'forbidden' } };

      expect(await beginReview(other, {})).toMatchObject(refused);
      expect(await changeReview(other, { number: 1, ...text, version: 1 })).toMatchObject(refused);
      expect(await signReview(other, { number: 1, nextOn: later, version: 1 })).toMatchObject(refused);
      expect(await stored(ctx)).toMatchObject([{ version: 1 }]);
    },
  );

  test('of another workspace is not found', async () => {
    const [{ governance }, { ctx: stranger }] = await Promise.all([begun(), arrange()]);

    expect(await readReview(governance, { number: 1 })).not.toBeNull();
    expect(await readReview(stranger, { number: 1 })).toBeNull();
    expect(await changeReview(stranger, { number: 1, ...text, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('setCadence', () => {
  test('stores how often and when next; the same again leaves no event', async () => {
    const { ctx } = await arrange();

    expect(await setCadence(ctx, monthly)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await setCadence(ctx, { ...monthly, version: 1 })).toMatchObject({ ok: true });
    expect(await actions(ctx)).toEqual(['cadence.set']);
  });

  test.each([
    ['next_date_past', { nextOn: '2020-01-01' }],
    ['invalid_input', { every: 'yearly' }],
    ['conflict', { version: 4 }],
  ])('%s is refused for %j', async (code, change) => {
    const { ctx } = await arrange();

    expect(await setCadence(ctx, { ...monthly, ...change })).toMatchObject({ ok: false, error: { code } });
    expect(await actions(ctx)).toEqual([]);
  });

  test('is not for an IT owner', async () => {
    const { as } = await arrange();

    expect(await setCadence(await as('it_owner'), monthly)).toMatchObject({ error: { code: 'forbidden' } });
  });
});
