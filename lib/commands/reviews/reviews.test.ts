import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { setOwner } from '#lib/commands/owners/set-owner';
import { db } from '#lib/data/db';
import { canonicalJson } from '#lib/domain/audit/chain';
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

    const holds = { hashHolds: true, recordHolds: true };
    expect(review).toMatchObject({ number: 1, startedBy: governance.actor.name, ...holds });
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

  test('whose report was tampered with together with its hash shows it all the same', async () => {
    const { ctx, governance } = await begun();
    const report = { ...(await readReview(governance, { number: 1 }))?.report, guide: '2020-01' };
    const reportHash = createHash('sha256').update(canonicalJson(report)).digest('hex');
    await db.review.updateMany({ where: { workspaceId: ctx.workspaceId }, data: { report, reportHash } });

    expect(await readReview(governance, { number: 1 })).toMatchObject({
      hashHolds: false,
      recordHolds: false,
    });
  });

  test.each([
    ['text', { findings: [{ text: 'All is well.', owner: null, dueOn: null }] }],
    ['signer', { signedBy: 'Somebody else' }],
    ['signature’s time', { signedAt: new Date('2026-01-01T00:00:00Z') }],
    ['next date', { nextOn: new Date('2098-01-01') }],
  ])('whose %s was tampered with after the signature shows it', async (_, data) => {
    const { ctx, governance } = await begun();
    await signReview(governance, { number: 1, ...text, nextOn: later, version: 1 });
    expect(await readReview(governance, { number: 1 })).toMatchObject({ recordHolds: true });

    await db.review.updateMany({ where: { workspaceId: ctx.workspaceId }, data });

    expect(await readReview(governance, { number: 1 })).toMatchObject({
      hashHolds: true,
      recordHolds: false,
    });
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

  test('is signed with the text sent along; a part left out is signed as it is stored', async () => {
    const { ctx, governance } = await begun();
    await changeReview(governance, { number: 1, ...text, version: 1 });

    const decisions = [{ text: 'Export daily.', owner: 'Jonas', dueOn: null }];
    const signed = await signReview(governance, { number: 1, decisions, nextOn: later, version: 2 });

    const { findings, actions: given } = text;
    const after = { findings, decisions, actions: given, signedBy: governance.actor.name, version: 3 };
    expect(signed).toMatchObject({ ok: true, value: after });
    expect(await stored(ctx)).toMatchObject([after]);
    expect((await auditLog(ctx.workspaceId)).find(({ action }) => action === 'review.signed')).toMatchObject({
      before: text,
      after,
    });
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

  test('takes the day after today for the next date, which is another in the zone of the workspace', async () => {
    const { governance } = await begun();
    const late = { ...governance, now: new Date('2026-11-18T23:30:00Z') };

    expect(await signReview(late, { number: 1, nextOn: '2026-11-19', version: 1 })).toMatchObject({
      error: { code: 'next_date_past' },
    });
    expect(await signReview(late, { number: 1, nextOn: '2026-11-20', version: 1 })).toMatchObject({
      ok: true,
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
    expect(await beginReview(governance, {})).toMatchObject({ ok: true });
  });

  test('that is discarded leaves its number to no other, which nobody signs who had it open', async () => {
    const { ctx, governance } = await begun();
    await discardReview(ctx, { number: 1, version: 1 });
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    expect(await beginReview(ctx, {})).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await signReview(governance, { number: 1, nextOn: later, version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
    await discardReview(ctx, { number: 2, version: 1 });
    expect(await beginReview(ctx, {})).toMatchObject({ ok: true, value: { number: 3 } });
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

  test('takes today for the next date, which is tomorrow already in the zone of the workspace', async () => {
    const { ctx } = await arrange();
    const late = { ...ctx, now: new Date('2026-11-18T23:30:00Z') };

    expect(await setCadence(late, { ...monthly, nextOn: '2026-11-18' })).toMatchObject({
      error: { code: 'next_date_past' },
    });
    expect(await setCadence(late, { ...monthly, nextOn: '2026-11-19' })).toMatchObject({ ok: true });
  });

  test('is not for an IT owner', async () => {
    const { as } = await arrange();

    expect(await setCadence(await as('it_owner'), monthly)).toMatchObject({ error: { code: 'forbidden' } });
  });
});
