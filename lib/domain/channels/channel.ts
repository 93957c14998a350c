import { z } from 'zod';
import { daysBetween, type Day } from '#lib/domain/calendar';
import { calendarDay } from '#lib/domain/calendar-day';
import { err, ok, type Result } from '#lib/domain/result';
import { multilineText, plainText, webLink } from '#lib/domain/text';

/** The ways governance data comes out of the vendor's product, as the guide names them. */
export const channelKeys = ['dashboard', 'analytics_api', 'compliance_api'] as const;

export type ChannelKey = (typeof channelKeys)[number];

/** How a channel can stand. */
export const channelStates = ['not_set_up', 'set_up', 'left_out'] as const;

export type ChannelState = (typeof channelStates)[number];

/** What the guide says of a channel. */
export type ChannelDefinition = {
  /** Its name in the guide's words. */
  label: string;
  /** What it is for, in a sentence of our own. */
  purpose: string;
  /** Where it is found. */
  address: string;
  /** What one needs to know before setting it up: key, scope, limits. */
  facts: readonly { text: string; source: string }[];
  /** How long the vendor keeps what it exports; null where nothing is lost by waiting. */
  keptDays: number | null;
  source: string;
};

/** One channel, as somebody last recorded it. */
export type Channel = {
  key: ChannelKey;
  state: ChannelState;
  /** Who set it up. */
  setUpBy: string | null;
  lastExportOn: Day | null;
  link: string | null;
  note: string | null;
  /** Who recorded it, when; null while nobody has. */
  by: string | null;
  at: Date | null;
  version: number;
};

/** A channel nobody ever recorded anything of. */
export const neverRecorded = (key: ChannelKey): Channel => ({
  key,
  state: 'not_set_up',
  setUpBy: null,
  lastExportOn: null,
  link: null,
  note: null,
  by: null,
  at: null,
  version: 0,
});

/** Fields of a record, as doors take them. */
export const channelFields = {
  state: z.enum(channelStates),
  setUpBy: plainText({ max: 200 }).nullable().default(null),
  lastExportOn: calendarDay.nullable().default(null),
  link: webLink.nullable().default(null),
  note: multilineText({ max: 2000 }).nullable().default(null),
};

type ChannelInput = Pick<Channel, 'state' | 'setUpBy' | 'lastExportOn' | 'link' | 'note'>;

type Refusal<Code extends string> = { code: Code; message: string; fields: Record<string, string[]> };

/** Why a record of a channel is refused. */
export type ChannelError = Refusal<'set_up_by_missing' | 'note_missing' | 'day_in_future'>;

const refuse = (code: ChannelError['code'], field: string, message: string): Result<never, ChannelError> =>
  err({ code, message, fields: { [field]: [message] } });

/**
 * The channel after recording `input`.
 *
 * Fails with `set_up_by_missing` where it is set up by nobody, `note_missing` where it is left out without a
 * reason, `day_in_future` for an export that has not happened.
 */
export function setChannel(
  current: Channel,
  input: ChannelInput,
  { by, at, today }: { by: string; at: Date; today: Day },
): Result<Channel, ChannelError> {
  const { state, setUpBy, lastExportOn, link, note } = input;
  if (state === 'set_up' && setUpBy === null) {
    return refuse('set_up_by_missing', 'setUpBy', 'Say who set it up.');
  }
  if (state === 'left_out' && note === null) {
    return refuse('note_missing', 'note', 'Say why it is left out.');
  }
  if (lastExportOn !== null && lastExportOn > today) {
    return refuse('day_in_future', 'lastExportOn', 'The last export cannot lie in the future.');
  }
  const { key, version } = current;
  return ok({ key, state, setUpBy, lastExportOn, link, note, by, at, version: version + 1 });
}

/** Days before its data is lost at which a channel begins to warn. */
export const warnBeforeDays = 7;

/** How old the last export of a channel is. */
export type Freshness =
  | { kind: 'unlimited' }
  | { kind: 'never'; keptDays: number }
  | { kind: 'fresh' | 'warning' | 'stale'; days: number; keptDays: number };

/** How fresh the last export of a channel is on `today`, against how long the vendor keeps the data. */
export function freshnessOf(channel: Channel, keptDays: number | null, today: Day): Freshness {
  if (keptDays === null) return { kind: 'unlimited' };
  if (channel.lastExportOn === null) return { kind: 'never', keptDays };
  const days = daysBetween(channel.lastExportOn, today);
  if (days > keptDays) return { kind: 'stale', days, keptDays };
  return { kind: days >= keptDays - warnBeforeDays ? 'warning' : 'fresh', days, keptDays };
}

/** How old the last export is, in a sentence; null where nothing is lost by waiting. */
export function freshnessWords(freshness: Freshness): string | null {
  switch (freshness.kind) {
    case 'unlimited':
      return null;
    case 'never':
      return `No export is recorded yet; exports are kept ${freshness.keptDays} days.`;
    case 'fresh':
      return `The last export was ${ago(freshness.days)}.`;
    case 'warning':
      return `The last export was ${ago(freshness.days)}; after ${freshness.keptDays} days data is lost, so export again.`;
    case 'stale':
      return `The last export was ${ago(freshness.days)}, and exports are kept ${freshness.keptDays} days: data in between is lost.`;
    default:
      return freshness satisfies never;
  }
}

function ago(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
