/** A day of the calendar, without a time: `2026-11-18`. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days from `from` to `to`; negative where `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((midnight(to) - midnight(from)) / MS_PER_DAY);

/** The day `count` days after `day`. */
export const addDays = (day: Day, count: number): Day =>
  new Date(midnight(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** The day `count` months after `day`; the last of the month where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day in words: "18 Nov", with the year where it is another than that of `today`. */
export function dayInWords(day: Day, today: Day): string {
  const [year, month, date] = day.split('-');
  const short = `${Number(date)} ${months[Number(month) - 1] ?? month}`;
  return year === today.slice(0, 4) ? short : `${short} ${year}`;
}
