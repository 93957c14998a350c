import { z } from 'zod';
import { multilineText, webLink } from '#lib/domain/text';
import type { Confirmation, Setting } from './setting';

const blankAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);

/** Fields of a confirmation. A missing or blank note or link is stored as null; a link is http or https. */
export const confirmationFields = {
  state: z.enum(['on', 'off']),
  note: z.preprocess(blankAsNull, multilineText({ max: 2000 }).nullable().default(null)),
  link: z.preprocess(blankAsNull, webLink.nullable().default(null)),
};

/**
 * The toggle after somebody said what the console showed.
 *
 * The confirmation rests on what is wanted now and replaces the one before. `version` stays, because it
 * counts wishes; a toggle may be confirmed before anything was wanted of it.
 */
export function confirmSetting(current: Setting, seen: Omit<Confirmation, 'restsOn'>): Setting {
  const { state, at, by, note, link } = seen;
  return { ...current, confirmation: { state, at, by, note, link, restsOn: current.wanted } };
}
