import type { ConfigKey, Reaction } from './config-key';
import { placeBelow, type KeyPlace } from './key-index';
import { plainValue, type TomlEntry, type TomlTable } from './toml-document';

/** One key of a file that holds a value, a list, or an empty table, with what the catalogue knows of it. */
export type Leaf = {
  /** Dotted, names of other characters in quotes. */
  path: string;
  steps: readonly string[];
  value: unknown;
  line: number;
  /** The catalogue's entry of this very key. */
  key: ConfigKey | null;
  /** The catalogue's entries of the key and the tables around it, the nearest first. */
  around: readonly { key: ConfigKey; rest: readonly string[] }[];
  /** What clients do about the unknown name it stands below; null where every name is known or taken. */
  strange: Reaction | null;
};

type Here = {
  steps: readonly string[];
  place: KeyPlace | null;
  around: Leaf['around'];
  strange: Reaction | null;
};

/** Every key of a document that holds something, in the order of its tables. */
export function readLeaves(document: TomlTable, root: KeyPlace, text: string): Leaf[] {
  const leaves: Leaf[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const visit = (table: TomlTable, here: Here) => {
    for (const entry of table.entries.values()) {
      const below = stepInto(entry, here);
      const { node } = entry;
      if (node.kind === 'table' && node.entries.size > 0) visit(node, below);
      else leaves.push({ ...leafOf(below), value: plainValue(node), line: lineAt(entry.key.from) });
    }
  };
  visit(document, { steps: [], place: root, around: [], strange: null });
  return leaves;
}

function stepInto({ name }: TomlEntry, here: Here): Here {
  const steps = [...here.steps, name];
  const place = here.place && placeBelow(here.place, name);
  const around = here.around.map(({ key, rest }) => ({ key, rest: [...rest, name] }));
  return {
    steps,
    place,
    around: place?.key ? [{ key: place.key, rest: [] }, ...around] : around,
    strange: here.strange ?? (place || !here.place ? null : reactionBelow(here)),
  };
}

/** What clients do about a name they do not know; null where every name is taken. */
function reactionBelow({ place, steps }: Here): Reaction | null {
  if (steps.length === 0) return 'warned';
  if (place?.key) return place.key.onUnknown;
  return place && place.below.size > 0 ? 'warned' : null;
}

const leafOf = ({ steps, place, around, strange }: Here) => ({
  path: steps.map(quoted).join('.'),
  steps,
  key: place?.key ?? null,
  around,
  strange,
});

const quoted = (name: string) => (/^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name));
