type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

function partsOf(at: Date, zone: string): Parts {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

/** Today a clock time, this year "18 Nov 16:20", else with the year; `dateOnly` leaves the clock out. */
export function timeInWords(at: Date, now: Date, zone: string, dateOnly = false): string {
  const [then, today] = [partsOf(at, zone), partsOf(now, zone)];
  const clock = `${then.hour}:${then.minute}`;
  const sameYear = then.year === today.year;
  if (!dateOnly && sameYear && then.month === today.month && then.day === today.day) return clock;

  const date = sameYear ? `${then.day} ${then.month}` : `${then.day} ${then.month} ${then.year}`;
  return dateOnly ? date : `${date} ${clock}`;
}

type Props = { at: Date; now: Date; zone: string; dateOnly?: boolean | undefined };

/** A moment in the zone of the workspace, written on the server. */
export function Time({ at, now, zone, dateOnly }: Props) {
  return <time dateTime={at.toISOString()}>{timeInWords(at, now, zone, dateOnly)}</time>;
}

/** A date without time (`YYYY-MM-DD`): "30 Nov", with the year where it is another. */
export function Day({ day, now }: { day: string; now: Date }) {
  return <time dateTime={day}>{timeInWords(new Date(`${day}T12:00:00Z`), now, 'UTC', true)}</time>;
}
