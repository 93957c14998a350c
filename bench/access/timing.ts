// How long work takes, and how much memory it holds.
import { median } from '#bench/statistics';

/** Milliseconds: the median, the smallest and the largest of several runs. */
export type Time = { ms: number; min: number; max: number; runs: number };

const timeOf = (all: readonly number[]): Time => ({
  ms: median(all),
  min: Math.min(...all),
  max: Math.max(...all),
  runs: all.length,
});

/** How long `work` takes, after as many runs again to warm up; `work` gets the number of the run. */
export async function timed(work: (run: number) => unknown, { runs = 15 } = {}): Promise<Time> {
  const all: number[] = [];
  for (let run = -runs; run < runs; run += 1) {
    const began = performance.now();
    await work(run + runs);
    if (run >= 0) all.push(performance.now() - began);
  }
  return timeOf(all);
}

/** Times of short statements and look-ups: many of them, in turn with each other so that noise meets all alike. */
export async function timedInTurn<Name extends string>(
  works: Readonly<Record<Name, (run: number) => unknown>>,
  { runs = 200 } = {},
): Promise<Record<Name, Time>> {
  // safe because Object.keys gives the names of `works`
  const names = Object.keys(works) as Name[];
  const all = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) {
      const began = performance.now();
      await works[name](run);
      if (run >= runs / 4) all.get(name)?.push(performance.now() - began);
    }
  }
  // safe because there is a time for each name
  return Object.fromEntries(names.map((name) => [name, timeOf(all.get(name) ?? [])])) as Record<Name, Time>;
}

/** How long `work` takes once, cold. */
export async function timedOnce(work: () => unknown): Promise<Time> {
  const began = performance.now();
  await work();
  return timeOf([performance.now() - began]);
}

/** A time of `sampled` multiplied up to `all`. */
export const extrapolated = ({ ms, min, max, runs }: Time, sampled: number, all: number): Time => ({
  ms: (ms * all) / sampled,
  min: (min * all) / sampled,
  max: (max * all) / sampled,
  runs,
});

/** Bytes in use, after everything that can go has gone. */
export function bytesInUse(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
