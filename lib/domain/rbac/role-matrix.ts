import type { AccessFacts } from './access-facts';
import { levelOf, type Grant } from './grants';
import { permissionLabel, type PermissionCatalog } from './permission';
import { roleLevel } from './resolve-roles';

/** What one role says of one permission, for the eye and for whoever does not see it. */
export type Said = {
  kind: 'granted' | 'off' | 'none';
  /** In the tri-state model: the role does not mention it, so the workspace defaults decide. */
  isDefault: boolean;
  /** What is granted: 0 for nothing. */
  level: number;
  /** In a cell: a sign, or the name of a level; in brackets where the workspace defaults decide. */
  sign: string;
  /** "On", "Off", "Default: On", "Not granted", or the name of a level. */
  words: string;
};

type MatrixRow = { key: string; label: string; said: readonly Said[] };

/** Permissions down, by area; the workspace defaults and every role across. */
export type RoleMatrix = {
  columns: readonly string[];
  areas: readonly { area: string; rows: readonly MatrixRow[] }[];
};

type Book = Pick<AccessFacts, 'model' | 'defaults' | 'roles'>;

const signs = { granted: '✓', off: '⊘', none: '–' } as const;
const words = { granted: 'On', off: 'Off', none: 'Not granted' } as const;

/** What every role says of every permission, and what it comes to; permissions the catalogue lost stand last. */
export function roleMatrix(book: Book, catalog: PermissionCatalog): RoleMatrix {
  const { defaults, roles } = book;
  const lists = [defaults, ...roles].map(({ permissions }) => Object.keys(permissions));
  const retired = [...new Set(lists.flat())].filter((key) => !Object.hasOwn(catalog, key));
  const keys = [...Object.keys(catalog), ...retired];
  const areaOf = (key: string) => catalog[key]?.area ?? 'Retired';
  return {
    columns: ['Workspace defaults', ...roles.map(({ name }) => name)],
    areas: [...new Set(keys.map(areaOf))].map((area) => ({
      area,
      rows: keys
        .filter((key) => areaOf(key) === area)
        .map((key) => ({ key, label: permissionLabel(key, catalog), said: saidOf(key, book, catalog) })),
    })),
  };
}

function saidOf(
  key: string,
  { model: { model }, defaults, roles }: Book,
  catalog: PermissionCatalog,
): Said[] {
  const rules = { model, defaults: defaults.permissions };
  const levels = catalog[key]?.levels ?? [];
  const ofDefaults = { kind: kindOf(defaults.permissions[key]), level: levelOf(defaults.permissions[key]) };
  return [
    told({ ...ofDefaults, isDefault: false }, levels),
    ...roles.map((role) => {
      const grant = role.permissions[key];
      const level = roleLevel(key, role, rules);
      const isDefault = model === 'tri-state' && grant === undefined;
      const isOff = model === 'tri-state' && grant === false;
      return told({ kind: isOff ? 'off' : kindOf(level), level, isDefault }, levels);
    }),
  ];
}

const kindOf = (grant: Grant | undefined): Said['kind'] => (levelOf(grant) > 0 ? 'granted' : 'none');

function told(
  { kind, level, isDefault }: Pick<Said, 'kind' | 'level' | 'isDefault'>,
  levels: readonly string[],
): Said {
  const named = levels[level - 1];
  const [sign, said] = [named ?? signs[kind], named ?? words[kind]];
  return {
    kind,
    isDefault,
    level,
    sign: isDefault ? `(${sign})` : sign,
    words: isDefault ? `Default: ${said}` : said,
  };
}

/** The matrix with the permissions alone that not every column grants alike, and areas that have any. */
export function whatDiffers({ columns, areas }: RoleMatrix): RoleMatrix {
  const differs = ({ said: [first, ...others] }: MatrixRow) =>
    others.some(({ level, kind }) => level !== first?.level || kind !== first.kind);
  return {
    columns,
    areas: areas
      .map(({ area, rows }) => ({ area, rows: rows.filter(differs) }))
      .filter(({ rows }) => rows.length > 0),
  };
}

/** The matrix as a Markdown table; names lose nothing by what Markdown takes for itself. */
export function renderMatrix({ columns, areas }: RoleMatrix): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = areas.flatMap(({ area, rows: own }) => [
    line([`**${escaped(area)}**`, ...columns.map(() => '')]),
    ...own.map(({ label, said }) => line([escaped(label), ...said.map((one) => escaped(one.words))])),
  ]);
  const head = line(['Permission', ...columns.map(escaped)]);
  return `${[head, line(['---', ...columns.map(() => '---')]), ...rows].join('\n')}\n`;
}

const escaped = (text: string): string => text.replace(/[\\|*_`<>[\]#~&]/g, (sign) => `\\${sign}`);
