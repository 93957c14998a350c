import { z } from 'zod';
import type { Day } from '#lib/domain/calendar';
import { calendarDay } from '#lib/domain/calendar-day';
import { err, ok, type Result } from '#lib/domain/result';
import { multilineText, plainText } from '#lib/domain/text';

/** Which side of its target a measure should be on. */
export const directions = ['at_least', 'at_most'] as const;

export type Direction = (typeof directions)[number];

const limit = 1_000_000_000_000;

/** A number a person writes down; sizes beyond a million million are a slip. */
export const measuredNumber = z
  .number('Write a number with a point before its decimals, such as 62.5 or 1,250.')
  .min(-limit, 'Write a number closer to zero.')
  .max(limit, 'Write a number closer to zero.');

/** Fields of a measure, as doors take them. */
export const measureFields = {
  name: plainText({ max: 120 }),
  /** What the number counts: "%", "people", "days". */
  unit: plainText({ max: 40 }),
  direction: z.enum(directions),
  target: measuredNumber,
  /** Where the number comes from. */
  source: plainText({ max: 200 }),
};

/** Fields of a value, as doors take them. */
export const valueFields = {
  value: measuredNumber,
  on: calendarDay,
  note: multilineText({ max: 500 }).nullable().default(null),
};

/** What success looks like, in one number. */
export type Measure = {
  id: string;
  name: string;
  unit: string;
  direction: Direction;
  target: number;
  source: string;
  /** Since when it is no longer followed; its history stays. */
  retiredAt: Date | null;
  version: number;
};

/** A value of a measure on a day. */
export type MeasureValue = { value: number; on: Day; note: string | null; by: string; at: Date };

/** A measure with its newest value; null while none was recorded. */
export type FollowedMeasure = Measure & { current: { value: number; on: Day } | null };

/** A measure one can start with. */
export type MeasureSuggestion = Pick<Measure, 'name' | 'unit' | 'direction' | 'target' | 'source'> & {
  /** Why it is worth following. */
  why: string;
};

/** Why a write to a measure is refused. */
export type MeasureError =
  | { code: 'measure_retired'; message: string }
  | { code: 'measure_name_taken' | 'day_in_future'; message: string; fields: Record<string, string[]> };

const retired = err({
  code: 'measure_retired',
  message: 'This measure is retired; its history stays as it is.',
});

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function refuseName(
  measures: readonly Measure[],
  { id, name }: { id: string; name: string },
): Result<never, MeasureError> | null {
  const other = measures.find((measure) => measure.id !== id && sameName(measure.name, name));
  if (!other) return null;
  const message = other.retiredAt
    ? 'A retired measure has this name; choose another.'
    : 'Another measure has this name already.';
  return err({ code: 'measure_name_taken', message, fields: { name: [message] } });
}

type MeasureInput = Pick<Measure, 'name' | 'unit' | 'direction' | 'target' | 'source'>;

/** A new measure. Fails with `measure_name_taken` beside another of that name, retired ones among them. */
export function createMeasure(
  measures: readonly Measure[],
  id: string,
  input: MeasureInput,
): Result<FollowedMeasure, MeasureError> {
  const taken = refuseName(measures, { id, name: input.name });
  return taken ?? ok({ id, ...input, retiredAt: null, current: null, version: 1 });
}

/** The measure after a change. Fails with `measure_retired` and `measure_name_taken`. */
export function changeMeasure(
  measures: readonly Measure[],
  current: FollowedMeasure,
  input: MeasureInput,
): Result<FollowedMeasure, MeasureError> {
  if (current.retiredAt) return retired;
  const taken = refuseName(measures, { id: current.id, name: input.name });
  return taken ?? ok({ ...current, ...input, version: current.version + 1 });
}

/** The measure after it is no longer followed. Fails with `measure_retired` where it is so already. */
export function retireMeasure(current: FollowedMeasure, at: Date): Result<FollowedMeasure, MeasureError> {
  if (current.retiredAt) return retired;
  return ok({ ...current, retiredAt: at, version: current.version + 1 });
}

/** The measure after a value was recorded. Fails with `measure_retired`, and `day_in_future` for a day to come. */
export function recordValue(
  current: FollowedMeasure,
  { value, on }: { value: number; on: Day },
  today: Day,
): Result<FollowedMeasure, MeasureError> {
  if (current.retiredAt) return retired;
  if (on > today) {
    const message = 'A value cannot be of a day to come.';
    return err({ code: 'day_in_future', message, fields: { on: [message] } });
  }
  const isNewest = current.current === null || on >= current.current.on;
  return ok(isNewest ? { ...current, current: { value, on } } : current);
}

/** Whether the newest value keeps the target; null while there is none. */
export function isMet({
  direction,
  target,
  current,
}: Pick<FollowedMeasure, 'direction' | 'target' | 'current'>) {
  if (current === null) return null;
  return direction === 'at_least' ? current.value >= target : current.value <= target;
}

/** A history with one value a day, oldest first: of several rows of a day the one recorded last counts. */
export function historyOf(values: readonly MeasureValue[]): MeasureValue[] {
  const byDay = new Map(values.map((value) => [value.on, value]));
  return [...byDay.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** A number as it is written: thousands separated, at most two decimals, a real minus. */
export const numberInWords = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 2 }).replace('-', '−');

/** A number with its unit. */
export const withUnit = (value: number, unit: string): string => `${numberInWords(value)} ${unit}`;

/** A target in words: "at least 60 %". */
export const targetInWords = ({ direction, target, unit }: Pick<Measure, 'direction' | 'target' | 'unit'>) =>
  `${direction === 'at_least' ? 'at least' : 'at most'} ${withUnit(target, unit)}`;
