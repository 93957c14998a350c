import { z } from 'zod';
import type { SettingDefinition } from '#lib/domain/settings/setting';
import type { GuideLink, Season } from './guide-link';

/** Whose labels and addresses of the vendor stand first: the guide's, or the newest that are known. */
export const labelEras = ['2026-03', '2026-09'] as const;

export type LabelEra = (typeof labelEras)[number];

/** Whose labels stand first in a workspace; version 0 until somebody chose. */
export const labelChoice = z.object({ era: z.enum(labelEras), version: z.int() });

/** Whose labels stand first in a workspace. */
export type LabelChoice = z.infer<typeof labelChoice>;

/** The eras in words. */
export const labelEraWords: Readonly<Record<LabelEra, string>> = {
  '2026-03': 'March 2026',
  '2026-09': 'autumn 2026',
};

/** A label of the vendor, and since when it is used. */
export type DatedLabel = { label: string; since: Season };

/** The labels of one thing: the one to look for first, and the others with their dates. */
export type OrderedLabels = { first: string; others: readonly DatedLabel[] };

const guideSeason: Season = { month: '2026-03', words: 'March 2026' };

/** The labels of a toggle in the order of `era`; where nothing newer is known the guide's stays first. */
export function orderLabels(
  { label, aliases }: Pick<SettingDefinition, 'label' | 'aliases'>,
  era: LabelEra,
): OrderedLabels {
  const newer = era === '2026-03' ? undefined : aliases.find(({ since }) => since.month >= era);
  if (!newer) return { first: label, others: aliases };
  const rest = aliases.filter((alias) => alias !== newer);
  return { first: newer.label, others: [{ label, since: guideSeason }, ...rest] };
}

/** An address of the vendor, since when it is used, and the day it was last right. */
export type DatedAddress = { title: string; url: string; since: Season; lastKnownGood: string };

/** The addresses of one page: the one to open first, and the others with their dates. */
export type OrderedAddresses = { first: DatedAddress; others: readonly DatedAddress[] };

/** The addresses of a page in the order of `era`; where nothing newer is known the guide's stays first. */
export function orderAddresses(link: GuideLink, era: LabelEra): OrderedAddresses {
  const { title, url, lastKnownGood } = link;
  const ours: DatedAddress = { title, url, since: guideSeason, lastKnownGood };
  const later = link.later.map((address) => ({ ...address, title: address.title ?? title }));
  const newest = era === '2026-03' ? undefined : later.findLast(({ since }) => since.month >= era);
  if (!newest) return { first: ours, others: later };
  return { first: newest, others: [ours, ...later.filter((address) => address !== newest)] };
}

/** The way through the vendor's console in the order of `era`, with the label that stands first at its end. */
export function orderPlaces(definition: SettingDefinition, era: LabelEra): readonly string[] {
  const { laterPath, whereToClick } = definition;
  if (era === '2026-03' || laterPath === null) return whereToClick;
  return [...laterPath, orderLabels(definition, era).first];
}
