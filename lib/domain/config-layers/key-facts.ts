import { treesOf } from '#lib/domain/config-check/key-trees';
import type { KeyCatalogue } from '#lib/domain/config-check/look';
import { knownKey } from '#lib/domain/config-text/key-rows';
import type { KeyFactsOf } from './layer';

/** What a catalogue knows of keys: whether clients know and list them, and what they come with. */
export function keyFactsIn(catalogue: KeyCatalogue): KeyFactsOf {
  const trees = treesOf(catalogue);
  return (form, path) => {
    const key = knownKey(trees[form], path);
    return {
      isKnown: key !== null,
      isShown: Boolean(key?.shown),
      byDefault: key?.byDefault ?? undefined,
    };
  };
}
