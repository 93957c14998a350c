import { describe, expect, test } from 'vitest';
import type { SystemFacts } from './coverage-facts';
import { coverageStanding } from './coverage-standing';

const now = new Date('2026-11-26T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const unseen = { expected: null, matchesAt: null, differsAt: null, seenAt: null };
const standing = (...systems: (Partial<SystemFacts> & Pick<SystemFacts, 'os'>)[]) =>
  coverageStanding(
    { release: 3, sha256: 'content', systems: systems.map((system) => ({ ...unseen, ...system })) },
    now,
  );
const has = { matchesAt: daysAgo(1), seenAt: daysAgo(1) };

describe('coverageStanding', () => {
  test('waits for the first receipt', () => {
    expect(standing({ os: 'linux' }, { os: 'windows', expected: 0 })).toMatchObject({
      state: 'todo',
      reason: 'No machine has sent a receipt for release 3 yet.',
    });
  });

  test('is done once every system in use has a machine with the release', () => {
    expect(standing({ os: 'linux', ...has }, { os: 'macos' })).toMatchObject({
      state: 'done',
      reason: 'Machines have release 3: Linux.',
    });
    expect(standing({ os: 'linux', ...has }, { os: 'macos', expected: 40 })).toMatchObject({
      state: 'in_progress',
      reason: 'No machine is known to have release 3 yet: macOS.',
    });
    expect(standing({ os: 'linux', seenAt: daysAgo(2) })).toMatchObject({ state: 'in_progress' });
  });

  test('one machine that differs is a finding, until it was not seen for thirty days', () => {
    expect(standing({ os: 'linux', ...has, differsAt: daysAgo(30) })).toMatchObject({
      state: 'in_progress',
      finding: true,
      reason: 'Machines differ from release 3: Linux.',
    });
    expect(standing({ os: 'linux', ...has, differsAt: daysAgo(31) })).toMatchObject({ state: 'done' });
    expect(standing({ os: 'linux', matchesAt: daysAgo(31), seenAt: daysAgo(31) })).toMatchObject({
      state: 'todo',
    });
  });

  test('a signature covers the release and how each system stands, and no times', () => {
    const signed = standing({ os: 'linux', ...has }).content;

    expect(standing({ os: 'linux', matchesAt: daysAgo(0), seenAt: daysAgo(0) }).content).toEqual(signed);
    expect(standing({ os: 'linux', ...has, differsAt: daysAgo(1) }).content).not.toEqual(signed);
  });
});
