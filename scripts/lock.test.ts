import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { holderOf, takeLock, withLock } from './lock.mjs';
import { startedAt } from './process.mjs';

const newFile = () => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-lock-')), 'lock');
const hold = (file: string, holder: object) => fs.writeFileSync(file, JSON.stringify(holder));

describe('takeLock', () => {
  test('who comes second learns who holds it and what that one noted', () => {
    const file = newFile();
    takeLock(file).note?.({ url: 'http://localhost:3000' });

    expect(takeLock(file).holder).toMatchObject({ pid: process.pid, url: 'http://localhost:3000' });
  });

  test('it is free again after its release', () => {
    const file = newFile();
    takeLock(file).release?.();

    expect(takeLock(file).holder).toBeNull();
  });

  test('a holder that was killed holds nothing, and leaves its notes', () => {
    const file = newFile();
    const { pid } = spawnSync(process.execPath, ['--version']);
    hold(file, { pid, startedAt: '1', app: { pid: 7 } });

    expect(takeLock(file)).toMatchObject({ holder: null, left: { app: { pid: 7 } } });
  });

  test("a process that got a dead holder's number does not hold its lock", () => {
    const file = newFile();
    const other = spawn('sleep', ['60']);
    const start = startedAt(other.pid ?? 0);
    hold(file, { pid: other.pid, startedAt: start });
    expect(takeLock(file).holder).toMatchObject({ pid: other.pid });

    hold(file, { pid: other.pid, startedAt: `${start}0` });
    expect(takeLock(file).holder).toBeNull();
    other.kill();
  });

  test('a damaged file holds nothing', () => {
    const file = newFile();
    fs.writeFileSync(file, '{"pid":');

    expect(takeLock(file).holder).toBeNull();
    expect(holderOf(file)).toMatchObject({ pid: process.pid });
  });
});

test('withLock lets one in after the other', async () => {
  const file = newFile();
  let inside = 0;
  const work = () =>
    withLock(file, async () => {
      inside += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      const seen = inside;
      inside -= 1;
      return seen;
    });

  expect(await Promise.all([work(), work(), work()])).toEqual([1, 1, 1]);
});
