import { rebuilt, type Slot } from '#lib/domain/config-check/bracketed';
import { isPlain, sameValue } from './compare-values';
import { matchEntries } from './match-entries';
import type { Pair, Written } from './statements';
import { writtenValue } from './text-values';

/**
 * The bytes of a value after another took its place: entries of lists and keys of inline tables that stay are as they
 * were written, with the comments beside them, and what is new is written as `after` writes it.
 *
 * A value that is written over several lines itself is taken as it was typed; so is an inline table with dotted names.
 */
export function rewritten(before: Written, after: Written): string {
  if (after.toml.includes('\n')) return after.toml;
  if (sameValue(writtenValue(before), writtenValue(after))) return before.toml;
  if (before.items && after.items) return listOf(before, before.items, after.items);
  if (before.inline?.every(isPlain) && after.inline?.every(isPlain)) return tableOf(before, after.inline);
  return after.toml;
}

function listOf(list: Written, before: readonly Written[], after: readonly Written[]): string {
  const matched = matchEntries(before.map(writtenValue), after.map(writtenValue));
  const slots = after.map((entry, place): Slot => {
    const old = matched[place] ?? null;
    const stays = old === null ? undefined : before[old];
    return { old, text: stays ? rewritten(stays, entry) : entry.toml };
  });
  return within(list, before, slots);
}

function tableOf(table: Written, after: readonly Pair[]): string {
  const before = table.inline ?? [];
  const named = new Map(after.map((pair) => [pair.keys[0], pair]));
  const stays = before.flatMap((pair, old): Slot[] => {
    const wanted = named.get(pair.keys[0]);
    if (!wanted) return [];
    named.delete(pair.keys[0]);
    return [{ old, text: pairWith(pair, rewritten(pair.value, wanted.value)) }];
  });
  const more = [...named.values()].map(({ toml }): Slot => ({ old: null, text: toml }));
  return within(table, before, [...stays, ...more]);
}

const pairWith = ({ toml, at, value }: Pair, text: string) =>
  `${toml.slice(0, value.at.from - at.from)}${text}`;

/** The bytes of an inline table without what stands under a dotted name in it. */
export function withoutName(table: Written, path: readonly (string | number)[]): string {
  const pairs = table.inline ?? [];
  const slots = pairs.flatMap((pair, old): Slot[] => {
    const isOn = pair.keys.every((key, at) => at >= path.length || key === path[at]);
    if (isOn && pair.keys.length >= path.length) return [];
    const text = isOn && pair.value.inline ? withoutName(pair.value, path.slice(pair.keys.length)) : null;
    return [{ old, text: text === null ? pair.toml : pairWith(pair, text) }];
  });
  return within(table, pairs, slots);
}

/** The bytes of an inline table with one more pair, as the last. */
export function withPair(table: Written, pair: string): string {
  const pairs = table.inline ?? [];
  const slots = pairs.map(({ toml }, old): Slot => ({ old, text: toml }));
  // Inside empty braces the last one has nobody beside it to be written like.
  if (pairs.length === 0 && !table.toml.includes('\n')) return `{ ${pair} }`;
  return within(table, pairs, [...slots, { old: null, text: pair }]);
}

function within({ at, toml }: Written, parts: readonly (Written | Pair)[], slots: readonly Slot[]): string {
  const spots = parts.map((part) => ({ from: part.at.from - at.from, to: part.at.to - at.from }));
  return rebuilt(toml, { from: 0, to: toml.length }, spots, slots);
}
