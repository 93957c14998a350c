import type { Reaction } from './config-key';
import { placeBelow, type KeyPlace } from './key-index';
import type { TomlEntry, TomlNode, TomlTable } from './toml-document';

/**
 * One key of a document with what the clients know of it. `place` is null for a key they do not know, and
 * `reaction` then says what they do about it.
 */
export type Visit = {
  path: string;
  entry: TomlEntry;
  table: TomlTable;
  parent: KeyPlace;
  place: KeyPlace | null;
  reaction: Reaction;
};

/** Every key of `document` in a table that the clients know; nothing below a key they do not know. */
export function visitKeys(document: TomlTable, root: KeyPlace): readonly Visit[] {
  const visits: Visit[] = [];
  visitTable(document, { place: root, path: '', visits });
  return visits;
}

type Here = { place: KeyPlace; path: string; visits: Visit[] };

function visitTable(table: TomlTable, { place: parent, path, visits }: Here): void {
  const reaction = reactionTo(parent, path);
  for (const entry of table.entries.values()) {
    const place = placeBelow(parent, entry.name);
    if (!place && reaction === null) continue;
    const at = path === '' ? quoted(entry.name) : `${path}.${quoted(entry.name)}`;
    visits.push({ path: at, entry, table, parent, place, reaction: reaction ?? 'warned' });
    if (place) visitNode(entry.node, { place, path: at, visits });
  }
}

function visitNode(node: TomlNode, here: Here): void {
  if (node.kind === 'table') visitTable(node, here);
  const place = here.place.below.get('[]');
  if (node.kind !== 'list' || !place) return;
  node.items.forEach((item, at) => {
    const key = here.place.key;
    visitNode(item, {
      ...here,
      place: { key, below: place.below },
      path: `${here.path}[${at}]`,
    });
  });
}

/** What clients do about a name they do not know here; null where every name is taken. */
function reactionTo({ key, below }: KeyPlace, path: string): Reaction | null {
  if (path === '') return 'warned';
  if (key) return key.onUnknown;
  return below.size === 0 || below.has('*') ? null : 'warned';
}

const quoted = (name: string) => (/^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name));
