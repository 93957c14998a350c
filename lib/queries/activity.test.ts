import { describe, expect, test } from 'vitest';
import { setDecision } from '#lib/commands/rollout/set-decision';
import { confirmSetting } from '#lib/commands/settings/confirm-setting';
import { Forbidden, InvalidInput } from '#lib/domain/errors';
import { arrange, visitor } from '#test/arrange';
import { listActivity } from './activity';

async function withEvents(count: number) {
  const scene = await arrange();
  for (let index = 0; index < count; index += 1) {
    await confirmSetting(scene.ctx, { key: 'codex.local', state: 'on' });
  }
  return scene;
}

describe('listActivity', () => {
  test('gives the newest first, page by page, each event once', async () => {
    const { ctx } = await withEvents(5);
    const seen: number[] = [];

    let cursor: number | null | undefined;
    do {
      const page = await listActivity(ctx, { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...(page?.events ?? []).map((event) => event.sequence));
      cursor = page?.next;
    } while (cursor);

    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  test('a page that holds the last event is the last page', async () => {
    const { ctx } = await withEvents(2);

    expect(await listActivity(ctx, { limit: 2 })).toMatchObject({ next: null });
  });

  test('an event written between two pages moves nothing', async () => {
    const { ctx } = await withEvents(3);
    const first = await listActivity(ctx, { limit: 2 });
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    const second = await listActivity(ctx, { limit: 2, cursor: String(first?.next) });

    expect(second?.events.map((event) => event.sequence)).toEqual([1]);
  });

  test('each event names who did what through which door', async () => {
    const { ctx } = await arrange();
    await setDecision(ctx, { surfaces: 'both', version: 0 });

    const page = await listActivity(ctx);

    expect(page?.events).toMatchObject([
      {
        sequence: 1,
        at: ctx.now,
        actor: { id: ctx.actor.id, name: ctx.actor.name },
        via: 'api',
        requestId: ctx.requestId,
        action: 'decision.made',
        subject: 'decision:rollout',
        before: { surfaces: null, version: 0 },
        after: { surfaces: 'both', version: 1 },
      },
    ]);
  });

  test('another workspace’s events are not there', async () => {
    await withEvents(1);
    const { ctx } = await arrange();

    expect(await listActivity(ctx)).toEqual({ events: [], next: null });
  });

  test.each([
    ['cursor', 0],
    ['cursor', 'abc'],
    ['cursor', 2 ** 40],
    ['limit', 51],
    ['page', 1],
  ] as const)('%s=%s makes no sense', async (name, value) => {
    const { ctx } = await arrange();

    const thrown = await listActivity(ctx, { [name]: value }).catch((error: unknown) => error);

    expect(thrown).toBeInstanceOf(InvalidInput);
    expect(Object.keys(thrown instanceof InvalidInput ? thrown.fields : {})).toEqual([name]);
  });

  test('who has not signed in may not see it', async () => {
    const { ctx } = await arrange();

    await expect(listActivity(visitor(ctx.workspaceId))).rejects.toBeInstanceOf(Forbidden);
  });
});
