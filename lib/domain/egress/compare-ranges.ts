import { mergeCidr, normalizeCidr, parseCidr } from 'cidr-tools';
import { err, ok, type Result } from '#lib/domain/result';
import { maxBlocks } from './list-limits';

/** What an allow list lacks of what is published, and what it holds beyond it; both as the fewest blocks. */
export type Drift = { missing: string[]; surplus: string[] };

/** Why two lists cannot be compared block by block. */
export type DriftError = {
  code: 'difference_too_large';
  message: string;
  fields: Record<string, string[]>;
};

/** Blocks by their number, of which the first ones stand in full. */
export type FirstBlocks = { count: number; blocks: string[] };

/** Nothing is missing and nothing is too much. */
export const noDrift: Drift = { missing: [], surplus: [] };

/** The fewest blocks that hold exactly the addresses of `cidrs`, IPv4 first, lowest first. */
export const fewestBlocks = (cidrs: readonly string[]): string[] => mergeCidr([...cidrs]);

/**
 * The fewest blocks that hold the addresses of `cidrs` that are in none of `others`: all counted, the first
 * `most` written out.
 *
 * A few thousand addresses cut out of one wide range leave millions of blocks, so no more are made than asked.
 */
export function without(cidrs: readonly string[], others: readonly string[], most: number): FirstBlocks {
  const blocks: string[] = [];
  let count = 0;
  for (const run of difference(runsOf(cidrs), runsOf(others))) {
    if (blocks.length < most) blocks.push(...blocksOf(run, most - blocks.length));
    count += blockCount(run);
  }
  return { count, blocks };
}

/**
 * The difference between two lists as sets of addresses.
 *
 * How a list is written makes none: split, merged, reordered and repeated ranges are the same set. Both lists
 * hold ranges as `readCidr` gives them. Fails with `difference_too_large` where a side takes more than 50,000
 * blocks, at the `field` of the list that was handed in.
 */
export function compareRanges(
  { published, allowed }: { published: readonly string[]; allowed: readonly string[] },
  field: string,
): Result<Drift, DriftError> {
  const missing = without(published, allowed, maxBlocks);
  const surplus = without(allowed, published, maxBlocks);
  const most = Math.max(missing.count, surplus.count);
  if (most <= maxBlocks) return ok({ missing: missing.blocks, surplus: surplus.blocks });
  const [is, bound] = [most, maxBlocks].map((count) => count.toLocaleString('en'));
  const message = `The published ranges and the allow list differ by ${is} blocks; at most ${bound} are compared. One of them writes out single addresses of a wide range of the other.`;
  return err({ code: 'difference_too_large', message, fields: { [field]: [message] } });
}

/** Addresses in a row, from `start` up to `end`, which is not one of them. */
type Run = { version: 4 | 6; start: bigint; end: bigint };

/** The addresses of a list as the fewest runs, in order. */
function runsOf(cidrs: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const cidr of fewestBlocks(cidrs)) {
    const { version, start, end } = parseCidr(cidr);
    const last = runs.at(-1);
    if (last?.version === version && last.end === start) last.end = end + 1n;
    else runs.push({ version, start, end: end + 1n });
  }
  return runs;
}

const endsBefore = (run: Run, other: Run) =>
  run.version < other.version || (run.version === other.version && run.end <= other.start);

/** What `others` leave of `runs`; both in order, none touching its neighbour. */
function difference(runs: readonly Run[], others: readonly Run[]): Run[] {
  const left: Run[] = [];
  let at = 0;
  for (const run of runs) {
    let { start } = run;
    for (let other = others[at]; other && !endsBefore(run, other); other = others[at]) {
      if (!endsBefore(other, run)) {
        if (other.start > start) left.push({ ...run, start, end: other.start });
        start = other.end;
        if (start > run.end) break;
      }
      at += 1;
    }
    if (start < run.end) left.push({ ...run, start });
  }
  return left;
}

const bitsOf = (number: bigint) => number.toString(2);
const ones = (number: bigint) => bitsOf(number).replaceAll('0', '').length;

/** How many blocks a run takes: those up to its roundest address grow, those from there on shrink. */
function blockCount({ start, end }: Run): number {
  const below = BigInt(bitsOf(start ^ end).length - 1);
  const roundest = (end >> below) << below;
  return ones(roundest - start) + ones(end - roundest);
}

/** The first blocks of a run, at most `most`: each the widest that begins there and stays inside. */
function blocksOf({ version, start, end }: Run, most: number): string[] {
  const blocks: string[] = [];
  const whole = version === 4 ? 32 : 128;
  for (let at = start; at < end && blocks.length < most;) {
    const fits = bitsOf(end - at).length - 1;
    const begins = at === 0n ? whole : bitsOf(at & -at).length - 1;
    const bits = Math.min(fits, begins);
    blocks.push(normalizeCidr(`${addressOf(version, at)}/${whole - bits}`));
    at += 1n << BigInt(bits);
  }
  return blocks;
}

function addressOf(version: 4 | 6, address: bigint): string {
  if (version === 6)
    return address
      .toString(16)
      .padStart(32, '0')
      .replace(/(.{4})(?!$)/g, '$1:');
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
}
