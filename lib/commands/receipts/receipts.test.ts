import { describe, expect, test } from 'vitest';
import { db } from '#lib/data/db';
import type { Context } from '#lib/domain/context';
import type { Receipt } from '#lib/domain/receipts/receipt';
import { readCoverage, readMachines, readMachinesCsv } from '#lib/queries/coverage';
import { arrange, auditLog } from '#test/arrange';
import { receiptOf, release, shipped } from '#test/shipped';
import { receiveReceipts } from './receive-receipts';
import { setFleetSize } from './set-fleet-size';

const dayMs = 24 * 3_600_000;
const daysLater = (ctx: Context, days: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * dayMs),
});
const send = (ctx: Context, ...receipts: unknown[]) =>
  receiveReceipts(ctx, { text: JSON.stringify(receipts) });
const byHand = (receipt: Receipt, path = 'config.toml', sum: string | null = null): Receipt => ({
  ...receipt,
  files: { ...receipt.files, [path]: sum },
});
const linux = async (ctx: Context) => (await readCoverage(ctx))?.systems.find(({ os }) => os === 'linux');
const rows = ({ workspaceId }: Context) => db.machine.findMany({ where: { workspaceId } });

describe('receiveReceipts', () => {
  test('counts each machine by its newest receipt: as released, older, or changed by hand', async () => {
    const { ctx } = await shipped();
    await release(ctx, 'strict', 1);
    const [current, older] = [await receiptOf(ctx, 2, 'a'), await receiptOf(ctx, 1, 'b')];

    expect(await send(ctx, current, older, byHand(await receiptOf(ctx, 2, 'c')))).toEqual({
      ok: true,
      value: { machines: 3, matches: 1, older: 1, differs: 1 },
    });
    expect(await linux(ctx)).toMatchObject({ matches: 1, older: 1, differs: 1, silent: 0, expected: null });

    const later = daysLater(ctx, 1);
    await send(later, byHand(await receiptOf(ctx, 2, 'a')), await receiptOf(ctx, 2, 'b'));
    expect(await linux(later)).toMatchObject({ matches: 1, older: 0, differs: 2 });
    expect(await rows(ctx)).toHaveLength(3);
    expect(await auditLog(ctx.workspaceId)).toHaveLength(6);
  });

  test('of one machine twice in a list the last one counts', async () => {
    const { ctx } = await shipped();
    const receipt = await receiptOf(ctx, 1, 'a');

    expect(await send(ctx, byHand(receipt), receipt)).toMatchObject({ value: { machines: 1, matches: 1 } });
    expect(await rows(ctx)).toHaveLength(1);
  });

  test('keeps since when a machine has what it has', async () => {
    const { ctx } = await shipped();
    const receipt = await receiptOf(ctx, 1, 'a');
    const [first, second, third] = [ctx, daysLater(ctx, 1), daysLater(ctx, 2)];
    const sinceAfter = async (now: Context, sent: Receipt) => {
      await send(now, sent);
      return (await rows(ctx))[0]?.sinceAt;
    };

    expect(await sinceAfter(first, byHand(receipt))).toEqual(first.now);
    expect(await sinceAfter(second, byHand(receipt))).toEqual(first.now);
    expect(await sinceAfter(third, byHand(receipt, 'requirements.toml'))).toEqual(third.now);
    expect((await linux(third))?.differsSince).toEqual(third.now);
  });

  test('a machine that was not seen for thirty days is silent and counts for nothing else', async () => {
    const { ctx } = await shipped();
    await send(ctx, await receiptOf(ctx, 1, 'a'), byHand(await receiptOf(ctx, 1, 'b')));

    expect(await linux(daysLater(ctx, 30))).toMatchObject({ matches: 1, differs: 1, silent: 0 });
    expect(await linux(daysLater(ctx, 31))).toMatchObject({ matches: 0, differs: 0, silent: 2 });
    const silent = await readMachines(daysLater(ctx, 31), { state: 'silent' });
    expect(silent?.machines).toHaveLength(2);
  });

  test('a release that is brought back matches again where machines still have it', async () => {
    const { ctx } = await shipped();
    await release(ctx, 'strict', 1);
    await send(ctx, await receiptOf(ctx, 1, 'a'));
    expect(await linux(ctx)).toMatchObject({ older: 1, matches: 0 });

    await release(ctx, 'standard', 2);

    expect(await linux(ctx)).toMatchObject({ older: 0, matches: 1 });
  });

  test('takes all or none: what is wrong is named, and nothing is stored', async () => {
    const { ctx } = await shipped();
    const receipt = await receiptOf(ctx, 1, 'a');
    const refusals = [
      [{ ...receipt, hostname: 'devi-laptop' }, 'Receipt 2: Unrecognized key: "hostname"'],
      [{ ...receipt, release: 7 }, 'Receipt 2: release 7 of this content is none of this workspace.'],
      [
        { ...receipt, content: 'f'.repeat(64) },
        'Receipt 2: release 1 of this content is none of this workspace.',
      ],
    ] as const;

    for (const [wrong, told] of refusals) {
      expect(await send(ctx, receipt, wrong)).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', fields: { text: [told] } },
      });
    }
    expect(await rows(ctx)).toEqual([]);
  });

  test('is refused while nothing is released, and for another workspace’s release', async () => {
    const { ctx } = await shipped();
    const stranger = await arrange();
    const receipt = await receiptOf(ctx, 1, 'a');

    expect(await send(stranger.ctx, receipt)).toMatchObject({
      error: { fields: { text: ['Nothing was released here yet.'] } },
    });
    await release(stranger.ctx, 'strict', 0);
    expect(await send(stranger.ctx, receipt)).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await rows(stranger.ctx)).toEqual([]);
  });

  test.each(['governance_owner', 'contributor', 'auditor'] as const)(
    'the app role %s may not, and stores nothing',
    async (role) => {
      const { ctx, as } = await shipped();

      expect(await send(await as(role), await receiptOf(ctx, 1, 'a'))).toMatchObject({
        error: { code: 'forbidden' },
      });
      expect(await rows(ctx)).toEqual([]);
    },
  );

  test('two lists of the same machines at once are both taken, and each machine is counted once', async () => {
    const { ctx } = await shipped();
    const names = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const receipts = await Promise.all(names.map((name) => receiptOf(ctx, 1, name)));

    const results = await Promise.all(
      Array.from({ length: 8 }, (_, at) => send(ctx, ...(at % 2 ? receipts : receipts.toReversed()))),
    );

    expect(results.map(({ ok }) => ok)).toEqual(Array(8).fill(true));
    expect(await linux(ctx)).toMatchObject({ matches: 8 });
  });
});

async function pageOf(ctx: Context, asked: Record<string, unknown>) {
  const page = await readMachines(ctx, asked);
  if (!page) throw new Error('there is no page of machines');
  return page;
}

async function csvOf(ctx: Context): Promise<string> {
  const file = await readMachinesCsv(ctx, {});
  let text = '';
  for await (const chunk of file?.chunks ?? []) text += chunk;
  return text;
}

describe('the list of machines', () => {
  test('names the files that differ, goes on behind the last one, and is a CSV file as a whole', async () => {
    const { ctx } = await shipped();
    const machines = Array.from({ length: 60 }, (_, at) => at.toString(16).padStart(2, '0'));
    const receipts = await Promise.all(machines.map((machine) => receiptOf(ctx, 1, machine)));
    await send(
      ctx,
      ...receipts.map((one) => byHand(one, 'rules/default.rules')),
      await receiptOf(ctx, 1, 'ff'),
    );

    const first = await pageOf(ctx, {});
    const second = await pageOf(ctx, { cursor: first.cursor });

    expect(first.machines).toHaveLength(50);
    expect(first.machines[0]).toMatchObject({
      os: 'linux',
      client: '0.169.0',
      differing: ['rules/default.rules'],
    });
    expect(second.machines).toHaveLength(10);
    expect(second.cursor).toBeNull();
    const seen = [...first.machines, ...second.machines].map(({ machine }) => machine);
    expect(new Set(seen).size).toBe(60);
    const text = await csvOf(ctx);
    expect(text.trim().split('\r\n')).toHaveLength(61);
    expect(text).toContain('linux,0.169.0,1,rules/default.rules,');
    await expect(readMachines(ctx, { cursor: 'x' })).rejects.toThrow();
  });
});

describe('setFleetSize', () => {
  test('says of how many, and stands in the record', async () => {
    const { ctx } = await shipped();
    const size = { linux: 9800, macos: null, windows: 0 };

    expect(await setFleetSize(ctx, { ...size, version: 0 })).toEqual({
      ok: true,
      value: { ...size, version: 1 },
    });

    expect(await linux(ctx)).toMatchObject({ expected: 9800 });
    expect((await auditLog(ctx.workspaceId)).at(-1)).toMatchObject({ action: 'fleet_size.set', after: size });
    expect(await setFleetSize(ctx, { ...size, version: 1 })).toMatchObject({ value: { version: 1 } });
    expect(await setFleetSize(ctx, { ...size, version: 0 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await setFleetSize(ctx, { ...size, linux: -1, version: 1 })).toMatchObject({
      error: { code: 'invalid_input', fields: { linux: [expect.any(String)] } },
    });
  });

  test('is not for a governance owner, and of two at once one meets a conflict', async () => {
    const { ctx, as } = await shipped();
    const size = { linux: 1, macos: 1, windows: 1 };
    expect(await setFleetSize(await as('governance_owner'), { ...size, version: 0 })).toMatchObject({
      error: { code: 'forbidden' },
    });

    const results = await Promise.all(
      [1, 2].map((linuxes) => setFleetSize(ctx, { ...size, linux: linuxes, version: 0 })),
    );

    expect(results.map((result) => (result.ok ? 'set' : result.error.code)).sort()).toEqual([
      'conflict',
      'set',
    ]);
  });
});
