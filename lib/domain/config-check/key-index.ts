import type { ConfigKey } from './config-key';
import { stepsOf, type PathStep } from './key-path';

/** A place in the tree of all keys: the key itself, and what may stand below it. */
export type KeyPlace = { key: ConfigKey | null; below: ReadonlyMap<PathStep, KeyPlace> };

type Growing = { key: ConfigKey | null; below: Map<PathStep, Growing> };

/** The keys of one form as a tree; `further` are paths that clients know without an entry. */
export function indexKeys(keys: readonly ConfigKey[], further: readonly string[]): KeyPlace {
  const root: Growing = { key: null, below: new Map() };
  for (const path of further) grow(root, path);
  for (const key of keys) grow(root, key.path).key = key;
  return root;
}

function grow(root: Growing, path: string): Growing {
  let here = root;
  for (const step of stepsOf(path)) {
    const next = here.below.get(step) ?? { key: null, below: new Map<PathStep, Growing>() };
    here.below.set(step, next);
    here = next;
  }
  return here;
}

/** What stands under `name`, which may be one of the customer's own; null where clients know no such key. */
export const placeBelow = ({ below }: KeyPlace, name: string): KeyPlace | null =>
  below.get(name) ?? below.get('*') ?? null;

/** The names that are known below a place, without those of the customer's own. */
export const namesBelow = ({ below }: KeyPlace): readonly string[] =>
  [...below.keys()].filter((step) => step !== '*' && step !== '[]');
