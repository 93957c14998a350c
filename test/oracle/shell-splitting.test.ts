import { describe, expect, test } from 'vitest';
import {
  shellSplitting,
  shellSplittingSource,
  wholeScripts,
  type ShellTurn,
} from '#lib/catalog/shell-splitting';
import { whyNot } from './client';
import { clientVersion } from './install';
import { playCommands } from './shell-turns';

const isFull = process.env.SLIPWAY_TEST_FULL === '1';
const sampleSize = 3;

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;

/** Some of the turns, or all of them in a full run. */
function sampled(turns: readonly ShellTurn[]): ShellTurn[] {
  const step = isFull ? 1 : Math.ceil(turns.length / sampleSize);
  return turns.filter((_, index) => index % step === 0);
}

const replayed = async (programs: readonly string[], turns: readonly ShellTurn[]) =>
  playCommands(
    programs,
    turns.map(({ command }) => command),
  );

test('the turns were played through the client that tests run', () => {
  expect(shellSplittingSource.client).toBe(`codex-cli ${clientVersion}`);
});

describe.skipIf(excuse !== null)(`${client} and how it splits what a shell runs`, () => {
  test('commands are refused or run as they were before', { timeout: 120_000 }, async () => {
    const turns = shellSplitting.flatMap((kind) => sampled(kind.turns));

    expect(await replayed(['touch'], turns)).toEqual(turns);
  });

  test('a rule for bash is asked about what is not split', { timeout: 60_000 }, async () => {
    const turns = sampled(wholeScripts.turns);

    expect(await replayed(['bash', 'sh'], turns)).toEqual(turns);
  });
});
