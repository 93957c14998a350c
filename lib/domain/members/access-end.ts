import { ok, type Result } from '#lib/domain/result';

const dayMs = 24 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** The clock and calendar of a zone at an instant, as if that zone were UTC. */
function wallClock(at: number, zone: string): Date {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return new Date(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`);
}

const dayOf = (at: number, zone: string) => wallClock(at, zone).toISOString().slice(0, 10);

/**
 * The first instant after a day (`YYYY-MM-DD`) in a zone: where access for "until and including that day" ends.
 *
 * Where clocks are put forward over midnight, the next day begins at that change.
 */
export function endOfDay(day: string, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + dayMs;
  const behindUtc = (at: number) => at - wallClock(at, zone).getTime();
  const guess = midnight + behindUtc(midnight);
  const end = midnight + behindUtc(guess);
  return new Date(dayOf(end, zone) === day ? guess : end);
}

/** The last day with access in a zone, `YYYY-MM-DD`, of an end that `endOfDay` made. */
export const lastDay = (end: Date, zone: string): string => dayOf(end.getTime() - 1000, zone);

/** Whether access that ends at `end` is over at `now`; never where it has no end. */
export const isOver = (end: Date | null, now: Date): boolean => end !== null && end <= now;

const latest = '2099-12-31';

/** A last day that cannot be, told beside its field. */
export type WrongEnd = { code: 'invalid_input'; message: string; fields: Record<string, string[]> };

/** The answer to a last day that cannot be. */
export const wrongEnd = (sentence: string): { ok: false; error: WrongEnd } => ({
  ok: false,
  error: {
    code: 'invalid_input',
    message: 'Some fields need another value.',
    fields: { endsOn: [sentence] },
  },
});

/** The end of a last day that is not over yet; null where there is none. `invalid_input` for any other day. */
export function futureEnd(
  endsOn: string | null,
  { now, zone }: { now: Date; zone: string },
): Result<Date | null, WrongEnd> {
  if (endsOn === null) return ok(null);
  if (endsOn > latest) return wrongEnd('Choose a day before the year 2100.');
  const end = endOfDay(endsOn, zone);
  return end > now ? ok(end) : wrongEnd('Choose today or a later day.');
}
