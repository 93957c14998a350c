/** What a file of the directory holds. */
export const importKinds = ['people', 'groups', 'memberships'] as const;

export type ImportKind = (typeof importKinds)[number];

/** A column of a file: our name for it, whether a file must have it, and other names it goes by. */
export type ImportColumn = { key: string; isRequired: boolean; words: readonly string[] };

const need = (key: string, ...words: string[]): ImportColumn => ({ key, isRequired: true, words });
const may = (key: string, ...words: string[]): ImportColumn => ({ key, isRequired: false, words });

/** The columns of each file, in the order in which rows hold their values. */
export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  people: [
    need(
      'id',
      'person id',
      'personid',
      'user id',
      'userid',
      'employee id',
      'external id',
      'object id',
      'uid',
    ),
    need('email', 'e mail', 'mail', 'email address', 'user principal name', 'userprincipalname', 'upn'),
    need('name', 'display name', 'displayname', 'full name', 'fullname'),
    may('active', 'is active', 'isactive', 'enabled', 'account enabled', 'accountenabled'),
  ],
  groups: [
    need('id', 'group id', 'groupid', 'external id', 'object id'),
    need('name', 'group name', 'groupname', 'display name', 'displayname', 'group'),
    may('source', 'group source'),
  ],
  memberships: [
    need('group_id', 'group id', 'groupid', 'group'),
    need(
      'person_id',
      'person id',
      'personid',
      'user id',
      'userid',
      'member id',
      'memberid',
      'person',
      'user',
    ),
  ],
};

/** The kind a file's name or a form's field stands for: `people`, `people.csv`, `People.json`. */
export function kindOfFile(name: string): { kind: ImportKind; format: 'csv' | 'json' } | null {
  const match = /^(people|groups|memberships)(?:\.(csv|json|tsv|txt))?$/.exec(name.trim().toLowerCase());
  const kind = importKinds.find((one) => one === match?.[1]);
  return kind ? { kind, format: match?.[2] === 'json' ? 'json' : 'csv' } : null;
}

/** Where each column of a kind stands in a file, counted from 0; null where the file has none. */
export type ColumnPlaces = readonly (number | null)[];

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();

/** Where the columns of `kind` stand by the names in a first line; upper and lower case aside. */
export function placesIn(kind: ImportKind, header: readonly string[]): ColumnPlaces {
  const names = header.map(folded);
  const taken = new Set<number>();
  return importColumns[kind].map(({ key, words }) => {
    const place = [folded(key), ...words]
      .map((word) => names.findIndex((name, index) => name === word && !taken.has(index)))
      .find((index) => index >= 0);
    if (place === undefined) return null;
    taken.add(place);
    return place;
  });
}

const hasPlace = (places: ColumnPlaces, at: number) => typeof places[at] === 'number';

/** Columns a file of `kind` must have and does not. */
export const missingColumns = (kind: ImportKind, places: ColumnPlaces): string[] =>
  importColumns[kind]
    .filter(({ isRequired }, at) => isRequired && !hasPlace(places, at))
    .map(({ key }) => key);

/** Columns of a kind that have no place, whether a file must have them or not. */
export const unplacedColumns = (kind: ImportKind, places: ColumnPlaces): string[] =>
  importColumns[kind].filter((_, at) => !hasPlace(places, at)).map(({ key }) => key);
