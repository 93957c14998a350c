import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import { readWaves } from '#lib/queries/waves';
import { arrange, auditLog } from '#test/arrange';
import { changeWave } from './change-wave';
import { decideWave } from './decide-wave';
import { moveWave } from './move-wave';
import { planWave } from './plan-wave';

const plan = { name: 'Pilot', groupIds: [], size: 40, startsOn: '2026-12-01', endsOn: '2026-12-14' };

async function planned() {
  const scene = await arrange();
  const result = await planWave(scene.ctx, plan);
  if (!result.ok) throw new Error(result.error.message);
  return { ...scene, wave: result.value };
}

async function sign({ ctx, as, wave }: Awaited<ReturnType<typeof planned>>) {
  const said = { id: wave.id, verdict: 'go', note: 'A small pilot', version: 1 };
  return [
    await decideWave(ctx, { ...said, duty: 'workspace' }),
    await decideWave(await as('it_owner'), { ...said, duty: 'it' }),
    await decideWave(await as('governance_owner'), { ...said, duty: 'governance' }),
  ];
}

describe('planWave', () => {
  test('stores the first wave as number 1, audited, with its criteria', async () => {
    const { ctx, wave } = await planned();

    expect(wave).toMatchObject({ number: 1, state: 'planned', version: 1, startsOn: '2026-12-01' });
    expect(wave.criteria.find(({ key }) => key === 'groups')?.met).toBe(false);
    expect(await auditLog(ctx.workspaceId)).toMatchObject([{ action: 'wave.planned', after: plan }]);
    expect(await readWaves(ctx)).toMatchObject({ waves: [{ id: wave.id, endsOn: '2026-12-14' }] });
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)('%s may not', async (appRole) => {
    const { ctx, as } = await arrange();

    expect(await planWave(await as(appRole), plan)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await db.wave.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test.each([
    ['dates_reversed', { ...plan, endsOn: '2026-11-30' }],
    ['invalid_input', { ...plan, size: 0 }],
    ['invalid_input', { ...plan, startsOn: '2026-02-30' }],
    ['invalid_input', { ...plan, name: ' ' }],
  ])('%s, and nothing is stored', async (code, input) => {
    const { ctx } = await arrange();

    expect(await planWave(ctx, input)).toMatchObject({ error: { code } });
    expect(await db.wave.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test('two planned at once have different numbers', async () => {
    const { ctx, as } = await arrange();
    await Promise.all([planWave(ctx, plan), planWave(await as('it_owner'), { ...plan, name: 'Second' })]);

    expect((await readWaves(ctx))?.waves.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('a wave', () => {
  test('begins with the go of the three duties, each given by who holds it', async () => {
    const scene = await planned();
    const move = { id: scene.wave.id, state: 'running', version: 1 };
    expect(await moveWave(scene.ctx, move)).toMatchObject({ error: { code: 'signatures_missing' } });

    const verdicts = await sign(scene);

    expect(verdicts.every(({ ok }) => ok)).toBe(true);
    expect(await moveWave(scene.ctx, move)).toMatchObject({
      ok: true,
      value: { state: 'running', version: 2 },
    });
    expect((await auditLog(scene.ctx.workspaceId)).map(({ action }) => action)).toEqual([
      'wave.planned',
      'wave.go_given',
      'wave.go_given',
      'wave.go_given',
      'wave.moved',
    ]);
  });

  test('takes no signature for a duty somebody does not hold', async () => {
    const { ctx, as, wave } = await planned();
    const said = { id: wave.id, duty: 'governance', verdict: 'go', note: 'Why not', version: 1 };

    expect(await decideWave(await as('it_owner'), said)).toMatchObject({ error: { code: 'not_your_duty' } });
    expect(await decideWave(await as('auditor'), said)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await db.waveDecision.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
  });

  test('a go over open points needs a reason', async () => {
    const { ctx, wave } = await planned();
    const said = { id: wave.id, duty: 'workspace', verdict: 'go', version: 1 };

    expect(await decideWave(ctx, said)).toMatchObject({ error: { code: 'note_missing' } });
  });

  test('that is planned anew after three owners said go does not begin', async () => {
    const scene = await planned();
    await sign(scene);
    await changeWave(scene.ctx, { ...plan, id: scene.wave.id, size: 4000, version: 1 });

    expect(await moveWave(scene.ctx, { id: scene.wave.id, state: 'running', version: 2 })).toMatchObject({
      error: { code: 'signatures_missing' },
    });
    expect(await db.wave.findFirst({ where: { id: scene.wave.id } })).toMatchObject({ state: 'planned' });
  });

  test('is changed while it is planned; a stale version is a conflict that shows what is stored', async () => {
    const { ctx, wave } = await planned();

    expect(await changeWave(ctx, { ...plan, id: wave.id, size: 50, version: 1 })).toMatchObject({
      ok: true,
      value: { size: 50, version: 2 },
    });
    expect(await changeWave(ctx, { ...plan, id: wave.id, size: 60, version: 1 })).toMatchObject({
      error: { code: 'conflict', current: { size: 50, version: 2 } },
    });
  });

  test('of another workspace is not found', async () => {
    const { wave } = await planned();
    const { ctx: stranger } = await arrange();

    expect(await moveWave(stranger, { id: wave.id, state: 'stopped', version: 1 })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});
