import { remove, replace, type Found } from './finding';
import { about, entryAt, type Rule } from './look';
import { entryOf, textOf, textsOf, type TomlEntry } from './toml-document';

/** Keys under an older name beside, or instead of, the name of today. */
export const olderNames: Rule = ({ visits, document, text }) =>
  visits.flatMap((visit): Found[] => {
    const alias = visit.place?.key?.aliasOf;
    if (!alias || visit.path !== visit.entry.name) return [];
    const isTwice = document.entries.has(alias);
    const isOnce = visit.entry.statements.length === 1;
    return [
      isTwice
        ? about(visit, {
            id: 'named_twice',
            severity: 'error',
            message: `${visit.path} and ${alias} are one key; clients refuse a file with both.`,
            fix: remove(text, visit.entry),
          })
        : about(visit, {
            id: 'older_name',
            severity: 'info',
            message: `${visit.path} is another name of ${alias}.`,
            fix: isOnce ? replace(`Rename it to ${alias}`, visit.entry.key, alias) : null,
          }),
    ];
  });

/** The three names of the managed network, of which a file may use one. */
const networks = ['experimental_network', 'permissions.network', 'network_proxy'] as const;

/** Faults of the managed network that need more than one key to be seen. */
export const managedNetwork: Rule = ({ form, document }) => {
  if (form === 'config') return [];
  const used = networks.flatMap((path) => {
    const entry = entryAt(document, path);
    return entry ? [{ path, entry }] : [];
  });
  const [, ...more] = used;
  const message = 'The managed network is set under two names; clients refuse the file.';
  return [
    ...more.map((one) => about(one, { id: 'network_twice', severity: 'error', message })),
    ...used.flatMap(({ path, entry }) => networkFaults(entry, path)),
  ];
};

const legacy = {
  domains: ['allowed_domains', 'denied_domains'],
  unix_sockets: ['allow_unix_sockets'],
} as const;

function networkFaults({ node }: TomlEntry, path: string): readonly Found[] {
  const mixed = Object.entries(legacy).flatMap(([map, lists]) =>
    entryOf(node, map) ? lists.flatMap((list) => entryOf(node, list) ?? []) : [],
  );
  const domains = entryOf(node, 'domains')?.node;
  const star = [
    entryOf(domains ?? null, '*')?.key,
    ...legacy.domains.map((list) => textsOf(entryOf(node, list)?.node).find(({ text }) => text === '*')?.at),
  ].filter((at) => at !== undefined);
  return [
    ...mixed.map((entry) =>
      about(
        { entry, path: `${path}.${entry.name}` },
        {
          id: 'network_mixed',
          severity: 'error',
          message: `${entry.name} cannot stand beside the map that took its place; clients refuse the file.`,
        },
      ),
    ),
    ...star.map((at): Found => ({
      id: 'network_star',
      severity: 'error',
      at,
      key: path,
      message: 'Clients refuse * for every host: write exact hosts, *.x or **.x.',
      fix: null,
    })),
  ];
}

/** Paths that begin nowhere: clients take them under the folder of the file. */
export const relativePaths: Rule = ({ form, document }) => {
  if (form === 'config') return [];
  const denied = textsOf(entryAt(document, 'permissions.filesystem.deny_read')?.node);
  const folders = ['sqlite_home', 'log_dir'].flatMap((path) => {
    const node = entryAt(document, path)?.node;
    const text = textOf(node);
    return node && text !== null ? [{ text, at: node.at, key: path }] : [];
  });
  return [...denied.map((one) => ({ ...one, key: 'permissions.filesystem.deny_read' })), ...folders]
    .filter(({ text }) => !/^([/~*]|[A-Za-z]:[\\/]|\\\\)/.test(text))
    .map(({ at, key }) => ({
      id: 'relative_path',
      severity: 'warning',
      at,
      key,
      message: 'Clients take a relative path from the folder of the file: write an absolute one.',
      fix: null,
    }));
};
