import { describe, expect, test } from 'vitest';
import { compareRanges as compare, fewestBlocks, noDrift, without } from './compare-ranges';

/** The difference of lists of which none is too large to be compared. */
function compareRanges(published: readonly string[], allowed: readonly string[]) {
  const compared = compare({ published, allowed }, 'cidrs');
  return compared.ok ? compared.value : noDrift;
}

/** A space of 256 addresses: how its ranges are written, over which a bit set is the naive second answer. */
type Space = {
  name: string;
  cidr: (start: number, length: number) => string;
  start: (cidr: string) => number;
};

const bits = 8;
const size = 2 ** bits;

const spaces: readonly Space[] = [
  {
    name: 'IPv4',
    cidr: (start, length) => `20.9.8.${start}/${32 - bits + length}`,
    start: (cidr) => Number(cidr.split('/')[0]?.split('.')[3]),
  },
  {
    name: 'IPv6',
    cidr: (start, length) => `2a01:111:f403::${start === 0 ? '' : start.toString(16)}/${128 - bits + length}`,
    start: (cidr) => Number.parseInt(cidr.split('/')[0]?.split('::')[1] || '0', 16),
  },
];

/** Numbers from 0 up to `below`, the same ones every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const lengthOf = (cidr: string) => Number(cidr.split('/')[1]);

function toBits(space: Space, cidrs: readonly string[]): Set<number> {
  const set = new Set<number>();
  for (const cidr of cidrs) {
    const length = lengthOf(cidr) - lengthOf(space.cidr(0, 0));
    const start = space.start(cidr);
    for (let at = start; at < start + 2 ** (bits - length); at += 1) set.add(at);
  }
  return set;
}

/** How many blocks it takes at least: a block is whole, or its halves are looked at. */
function fewest(set: ReadonlySet<number>, start = 0, width = size): number {
  let held = 0;
  for (let at = start; at < start + width; at += 1) held += set.has(at) ? 1 : 0;
  if (held === 0) return 0;
  if (held === width) return 1;
  return fewest(set, start, width / 2) + fewest(set, start + width / 2, width / 2);
}

function randomList(space: Space, next: (below: number) => number): string[] {
  return Array.from({ length: next(9) }, () => {
    const length = 1 + next(bits);
    const width = 2 ** (bits - length);
    return space.cidr(next(size / width) * width, length);
  });
}

const minus = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  new Set([...a].filter((one) => !b.has(one)));

/** The same addresses written otherwise: some ranges in halves, some twice, in another order. */
function rewritten(space: Space, cidrs: readonly string[], next: (below: number) => number): string[] {
  const pieces = cidrs.flatMap((cidr): string[] => {
    const length = lengthOf(cidr) - lengthOf(space.cidr(0, 0));
    if (length === bits || next(3) === 0) return next(4) === 0 ? [cidr, cidr] : [cidr];
    const start = space.start(cidr);
    const half = 2 ** (bits - length - 1);
    return rewritten(space, [space.cidr(start, length + 1), space.cidr(start + half, length + 1)], next);
  });
  return pieces
    .map((cidr) => ({ cidr, at: next(1_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ cidr }) => cidr);
}

describe.each(spaces)('compareRanges over $name', (space) => {
  test('agrees with bit sets, in the fewest blocks, for 200 pairs of lists', () => {
    const next = numbers(4_711);
    for (let round = 0; round < 200; round += 1) {
      const [published, allowed] = [randomList(space, next), randomList(space, next)];
      const { missing, surplus } = compareRanges(published, allowed);
      const [p, a] = [toBits(space, published), toBits(space, allowed)];

      expect(toBits(space, missing)).toEqual(minus(p, a));
      expect(toBits(space, surplus)).toEqual(minus(a, p));
      expect(without(published, allowed, 0)).toEqual({ count: missing.length, blocks: [] });
      expect([missing.length, surplus.length]).toEqual([fewest(minus(p, a)), fewest(minus(a, p))]);
    }
  });

  test('finds no difference between a list and itself split, repeated and reordered', () => {
    const next = numbers(42);
    for (let round = 0; round < 150; round += 1) {
      const list = randomList(space, next);

      expect(compareRanges(list, rewritten(space, list, next))).toEqual({ missing: [], surplus: [] });
    }
  });

  test('merges a split list to what it was', () => {
    const next = numbers(7);
    for (let round = 0; round < 150; round += 1) {
      const list = randomList(space, next);

      expect(fewestBlocks(rewritten(space, list, next))).toEqual(fewestBlocks(list));
      expect(fewestBlocks(list)).toHaveLength(fewest(toBits(space, list)));
    }
  });

  test('every run of addresses takes the fewest blocks', () => {
    for (let start = 0; start < size; start += 3) {
      for (let end = start; end < size; end += 5) {
        const set = new Set(Array.from({ length: end - start + 1 }, (_, index) => start + index));
        const list = [...set].map((at) => space.cidr(at, bits));

        expect(fewestBlocks(list)).toHaveLength(fewest(set));
      }
    }
  });
});

describe('compareRanges', () => {
  test('tells IPv4 and IPv6 apart', () => {
    expect(compareRanges(['20.0.0.0/8', '2a00::/32'], ['20.0.0.0/8'])).toEqual({
      missing: ['2a00::/32'],
      surplus: [],
    });
  });

  test('of an empty list on either side all is missing or surplus', () => {
    expect(compareRanges(['20.0.0.0/9', '20.128.0.0/9'], [])).toEqual({
      missing: ['20.0.0.0/8'],
      surplus: [],
    });
    expect(compareRanges([], ['2a00::/33', '2a00:0:8000::/33'])).toEqual({
      missing: [],
      surplus: ['2a00::/32'],
    });
    expect(compareRanges([], [])).toEqual({ missing: [], surplus: [] });
  });

  test('one address out of a wide range leaves the fewest blocks around it', () => {
    const { missing } = compareRanges(['20.0.0.0/8'], ['20.1.2.3/32']);

    expect(missing).toHaveLength(24);
    expect(fewestBlocks([...missing, '20.1.2.3/32'])).toEqual(['20.0.0.0/8']);
  });

  test('the ends of both address spaces are no trap', () => {
    expect(fewestBlocks(['223.255.255.254/32', '223.255.255.255/32'])).toEqual(['223.255.255.254/31']);
    expect(compareRanges(['223.255.255.0/24'], ['223.255.255.255/32']).missing).toHaveLength(8);
  });

  test('lists of 50,000 ranges are compared in seconds', () => {
    const list = Array.from({ length: 50_000 }, (_, index) => {
      const at = index * 512;
      return `${20 + (at >>> 24)}.${(at >>> 16) & 255}.${(at >>> 8) & 255}.0/24`;
    });
    const start = performance.now();

    expect(compareRanges(list, list.slice(1)).missing).toEqual(['20.0.0.0/24']);
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  test('more than 50,000 blocks on one side are refused with their number, and none is written out', () => {
    const allowed = Array.from({ length: 20_000 }, (_, index) => `2a00:${index.toString(16)}::/128`);
    const start = performance.now();

    expect(compare({ published: ['2a00::/16'], allowed }, 'cidrs')).toEqual({
      ok: false,
      error: {
        code: 'difference_too_large',
        message: expect.stringContaining('differ by 1,920,007 blocks; at most 50,000 are compared.'),
        fields: { cidrs: [expect.any(String)] },
      },
    });
    expect(without(['2a00::/16'], allowed, 2)).toEqual({
      count: 1_920_007,
      blocks: ['2a00::1/128', '2a00::2/127'],
    });
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
