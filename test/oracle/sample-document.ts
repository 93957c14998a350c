import { stringify } from 'smol-toml';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import { stepsOf } from '#lib/domain/config-check/key-path';

type Table = Readonly<Record<string, Sample>>;

const isTable = (value: Sample | undefined): value is Table =>
  typeof value === 'object' && !Array.isArray(value);

/** `over` laid on `under`, table by table and entry by entry. */
function merged(under: Sample | undefined, over: Sample): Sample {
  if (Array.isArray(under) && Array.isArray(over)) {
    const longest = Math.max(under.length, over.length);
    return Array.from({ length: longest }, (_, at) =>
      over[at] === undefined ? under[at] : merged(under[at], over[at]),
    );
  }
  if (!isTable(under) || !isTable(over)) return over;
  const laid = Object.entries(over).map(([name, value]) => [name, merged(under[name], value)]);
  return { ...under, ...Object.fromEntries(laid) };
}

/** The steps of a key's path with the names of its samples. */
export function sampleSteps(key: ConfigKey): readonly string[] {
  const names = [...key.names];
  return stepsOf(key.path).map((step) => (step === '*' ? (names.shift() ?? 'sample') : step));
}

/** `value` at the place of `steps`, from the top of a file. */
export const placed = (steps: readonly string[], value: Sample): Sample =>
  steps.reduceRight<Sample>((held, step) => (step === '[]' ? [held] : { [step]: held }), value);

/** A file that holds `value` for the key, and what it needs beside it. A sample replaces what stands there. */
export function sampleFile(key: ConfigKey, value: Sample): string {
  const steps = sampleSteps(key);
  const document = merged(without(key.beside, steps), placed(steps, value));
  return stringify(document as Record<string, unknown>); // safe because a path has a step
}

function without(held: Sample, steps: readonly string[]): Sample {
  const [step, ...rest] = steps;
  if (step === undefined) return held;
  if (Array.isArray(held)) return held.map((one: Sample) => without(one, rest));
  if (!isTable(held) || held[step] === undefined) return held;
  const { [step]: found, ...others } = held;
  return rest.length === 0 ? others : { ...others, [step]: without(found ?? {}, rest) };
}
