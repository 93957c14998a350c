import { addDays, addMonths, type Day } from '#lib/domain/calendar';
import { err, ok, type Result } from '#lib/domain/result';

/** How often governance can look. */
export const cadences = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const;

export type CadenceName = (typeof cadences)[number];

/** How often governance looks, and when next; null and version 0 until somebody settled it. */
export type Cadence = { every: CadenceName | null; nextOn: Day | null; version: number };

/** A workspace where no cadence was ever settled. */
export const noCadence: Cadence = { every: null, nextOn: null, version: 0 };

/** A cadence that is settled. */
export type SettledCadence = { every: CadenceName; nextOn: Day; version: number };

/** A cadence in the words of a screen. */
export const cadenceWords: Readonly<Record<CadenceName, string>> = {
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  quarterly: 'Every three months',
};

/** The day a cadence after `day`. */
export function nextDay(day: Day, every: CadenceName): Day {
  switch (every) {
    case 'weekly':
      return addDays(day, 7);
    case 'fortnightly':
      return addDays(day, 14);
    case 'monthly':
      return addMonths(day, 1);
    case 'quarterly':
      return addMonths(day, 3);
    default:
      return every satisfies never;
  }
}

/** Why a next date is refused. */
export type NextDateError = { code: 'next_date_past'; message: string; fields: Record<string, string[]> };

/**
 * The cadence after settling how often and when next; `current` itself where that was settled already.
 *
 * Fails with `next_date_past` for a new date before `today`: a date that has passed is no plan.
 */
export function setCadence(
  current: Cadence,
  { every, nextOn }: { every: CadenceName; nextOn: Day },
  today: Day,
): Result<Cadence, NextDateError> {
  if (current.every === every && current.nextOn === nextOn) return ok(current);
  if (nextOn < today && nextOn !== current.nextOn) {
    const message = 'Choose today or a later day.';
    return err({ code: 'next_date_past', message, fields: { nextOn: [message] } });
  }
  return ok({ every, nextOn, version: current.version + 1 });
}

/** Whether the date of the next review has passed. */
export const isOverdue = ({ nextOn }: Pick<Cadence, 'nextOn'>, today: Day): boolean =>
  nextOn !== null && nextOn < today;
