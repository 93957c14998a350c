import { describe, expect, test } from 'vitest';
import { guideRows } from '#lib/catalog/guide-rows';
import { setOwner } from '#lib/commands/owners/set-owner';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { setSetting } from '#lib/commands/settings/set-setting';
import { arrange } from '#test/arrange';
import { describeRollout } from './rollout';

type Context = Parameters<typeof describeRollout>[0];

async function taskOf(ctx: Context, row: string) {
  const rollout = await describeRollout(ctx);
  return rollout?.steps.flatMap((step) => step.tasks).find((task) => task.rows.includes(row));
}

describe('the rollout', () => {
  test('of a new workspace has the seven steps, every row of the guide, and nothing done', async () => {
    const { ctx } = await arrange();

    const rollout = await describeRollout(ctx);

    expect(rollout).toMatchObject({
      guide: '2026-03',
      decision: { surfaces: null, version: 0 },
      progress: { done: 0 },
    });
    expect(rollout?.steps.map((step) => step.number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const rows = new Set(rollout?.steps.flatMap((step) => step.tasks.flatMap((task) => task.rows)));
    expect(Object.keys(guideRows).filter((row) => !rows.has(row))).toEqual([]);
  });

  test('shows a toggle as done once it is wanted and was seen on', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'local', version: 0 });
    await setSetting(ctx, { key: 'codex.local', wanted: true, version: 0 });

    expect(await taskOf(ctx, '1.1')).toMatchObject({ state: 'in_progress', version: 1 });
    await confirmSetting(ctx, { key: 'codex.local', state: 'on' });

    expect(await taskOf(ctx, '1.1')).toMatchObject({ state: 'done', version: 1 });
  });

  test('lets Codex cloud wait ten minutes after it was seen on', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'cloud', version: 0 });
    for (const key of ['codex.github_connector', 'codex.cloud']) {
      await setSetting(ctx, { key, wanted: true, version: 0 });
      await confirmSetting(ctx, { key, state: 'on' });
    }
    const after = (minutes: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) });

    expect(await taskOf(after(9), '1.5')).toMatchObject({ state: 'waiting' });
    expect(await taskOf(after(10), '1.5')).toMatchObject({ state: 'done' });
  });

  test('names who answers for a task', async () => {
    const { ctx } = await arrange();
    await setOwner(ctx, { duty: 'workspace', name: 'Mara Lindqvist', email: null, version: 0 });

    expect(await taskOf(ctx, '1.1')).toMatchObject({ owner: { duty: 'workspace', name: 'Mara Lindqvist' } });
  });

  test('of another workspace is its own', async () => {
    const [mine, theirs] = [await arrange(), await arrange()];
    await setDecision(mine.ctx, { surfaces: 'both', version: 0 });

    expect((await describeRollout(theirs.ctx))?.decision).toEqual({ surfaces: null, version: 0 });
  });
});
