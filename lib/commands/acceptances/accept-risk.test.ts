import { describe, expect, test } from 'vitest';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setSetting } from '#lib/commands/settings/set-setting';
import { db } from '#lib/data/db';
import { loadFacts } from '#lib/data/load-facts';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { arrange, auditLog } from '#test/arrange';
import { acceptRisk } from './accept-risk';
import { withdrawAcceptance } from './withdraw-acceptance';

const subject = 'internet_access.risk';
const word = { subject, reason: 'Only package managers.', endsOn: '2099-01-31', version: 0 };
const stored = (workspaceId: string) => db.acceptance.findMany({ where: { workspaceId } });

describe('acceptRisk', () => {
  test('the governance owner’s acceptance is stored, stands, and is in the audit log', async () => {
    const { ctx, as } = await arrange();
    const governance = await as('governance_owner');

    const result = await acceptRisk(governance, word);

    const accepted = {
      subject,
      accepted: true,
      reason: 'Only package managers.',
      endsOn: '2099-01-31',
      by: governance.actor.name,
      version: 1,
    };
    expect(result).toMatchObject({ ok: true, value: accepted });
    expect(await stored(ctx.workspaceId)).toMatchObject([{ subject, kind: 'given', version: 1 }]);
    expect(acceptanceStatus(subject, await loadFacts(ctx, db)).state).toBe('standing');
    expect(await auditLog(ctx.workspaceId)).toMatchObject([
      { action: 'acceptance.given', subject: `acceptance:${subject}`, after: accepted },
    ]);
  });

  test('the workspace owner may not accept, and is told who does', async () => {
    const { ctx } = await arrange();
    await setOwner(ctx, { duty: 'governance', name: 'Priya Nair', email: null, version: 0 });

    expect(await acceptRisk(ctx, word)).toMatchObject({
      ok: false,
      error: {
        code: 'not_your_duty',
        duty: 'governance',
        owner: 'Priya Nair',
        message: 'The Governance owner decides this: Priya Nair.',
      },
    });
    expect(await stored(ctx.workspaceId)).toEqual([]);
  });

  test('a workspace owner who holds the governance duty may', async () => {
    const { ctx } = await arrange();
    const member = await db.member.findUniqueOrThrow({
      where: { id: ctx.actor.id },
      include: { account: true },
    });
    const { email, name } = member.account;
    await setOwner(ctx, { duty: 'governance', name, email, version: 0 });

    expect(await acceptRisk(ctx, word)).toMatchObject({ ok: true, value: { accepted: true } });
  });

  test.each(['it_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not accept, and nothing is stored',
    async (appRole) => {
      const { ctx, as } = await arrange();

      const result = await acceptRisk(await as(appRole), word);

      expect(result).toMatchObject({ ok: false, error: { code: 'forbidden', capability: 'finding.accept' } });
      expect(await stored(ctx.workspaceId)).toEqual([]);
    },
  );

  test.each([
    ['no reason', { ...word, reason: ' ' }, 'reason'],
    ['a day that does not exist', { ...word, endsOn: '2027-02-30' }, 'endsOn'],
  ])('%s is refused beside its field', async (_, input, field) => {
    const { as } = await arrange();

    const result = await acceptRisk(await as('governance_owner'), input);

    expect(!result.ok && 'fields' in result.error && Object.keys(result.error.fields)).toEqual([field]);
  });

  test('what there is not cannot be accepted', async () => {
    const { ctx, as } = await arrange();
    const governance = await as('governance_owner');

    for (const unknown of ['everything', 'finding:role_grants_nothing:r1']) {
      expect(await acceptRisk(governance, { ...word, subject: unknown })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
    expect(await db.acceptance.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test('a last day that is over is refused', async () => {
    const { as } = await arrange();

    const result = await acceptRisk(await as('governance_owner'), { ...word, endsOn: '2020-01-01' });

    expect(result).toMatchObject({ ok: false, error: { code: 'already_ended' } });
  });

  test('what it rests on changes: it is stale, and says why', async () => {
    const { ctx, as } = await arrange();
    const governance = await as('governance_owner');
    await acceptRisk(governance, word);
    await setSetting(ctx, { key: 'codex.internet_access', wanted: false, version: 0 });

    const status = acceptanceStatus(subject, await loadFacts(ctx, db));

    expect(status).toMatchObject({ state: 'stale' });
    expect(status.reason).toContain('is now wanted off');
  });

  test('a version that has moved on is a conflict that carries the acceptance', async () => {
    const { as } = await arrange();
    const governance = await as('governance_owner');
    await acceptRisk(governance, word);

    expect(await acceptRisk(governance, word)).toMatchObject({
      ok: false,
      error: { code: 'conflict', current: { subject, version: 1 } },
    });
  });

  test('of two who accept at once, one meets a conflict', async () => {
    const { ctx, as } = await arrange();
    const [one, other] = [await as('governance_owner'), await as('governance_owner')];

    const results = await Promise.all([acceptRisk(one, word), acceptRisk(other, word)]);

    expect(results.map((result) => (result.ok ? 'stored' : result.error.code)).sort()).toEqual([
      'conflict',
      'stored',
    ]);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(1);
  });
});

describe('withdrawAcceptance', () => {
  test('taken back, it no longer stands, and stays in the record', async () => {
    const { ctx, as } = await arrange();
    const governance = await as('governance_owner');
    await acceptRisk(governance, word);

    const result = await withdrawAcceptance(governance, { subject, reason: 'Too wide.', version: 1 });

    expect(result).toMatchObject({ ok: true, value: { accepted: false, version: 2 } });
    expect(acceptanceStatus(subject, await loadFacts(ctx, db)).state).toBe('withdrawn');
    expect(await stored(ctx.workspaceId)).toHaveLength(2);
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'acceptance.withdrawn' });
  });

  test('with none to take back it is refused', async () => {
    const { as } = await arrange();

    expect(await withdrawAcceptance(await as('governance_owner'), { subject, version: 0 })).toMatchObject({
      ok: false,
      error: { code: 'not_accepted' },
    });
  });

  test('the workspace owner may not take back what is not his to give', async () => {
    const { ctx, as } = await arrange();
    await acceptRisk(await as('governance_owner'), word);

    expect(await withdrawAcceptance(ctx, { subject, version: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not_your_duty', owner: null },
    });
  });
});
