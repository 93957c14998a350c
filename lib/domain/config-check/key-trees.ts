import type { ConfigForm } from './config-key';
import { indexKeys, type KeyPlace } from './key-index';
import type { KeyCatalogue } from './look';

type Trees = Readonly<Record<ConfigForm, KeyPlace>>;

/** The trees of a catalogue, made once: it is the same for every file. */
const grown = new WeakMap<KeyCatalogue, Trees>();

/** The keys of each form as a tree. */
export function treesOf(catalogue: KeyCatalogue): Trees {
  const { keys, furtherConfigKeys } = catalogue;
  const ofForm = (form: ConfigForm) => keys.filter((key) => key.form === form);
  const trees = grown.get(catalogue) ?? {
    requirements: indexKeys(ofForm('requirements'), []),
    config: indexKeys(ofForm('config'), furtherConfigKeys),
  };
  grown.set(catalogue, trees);
  return trees;
}
