import { putFirst, type Found } from './finding';
import { about, entryAt, type Look, type Rule } from './look';
import { itemsOf, textsOf, type TomlEntry } from './toml-document';

/** Lists that clients refuse when they are empty, and the careful entry to begin with. */
const neverEmpty: Readonly<Record<string, string>> = {
  allowed_approval_policies: 'on-request',
  allowed_approvals_reviewers: 'user',
  allowed_sandbox_modes: 'read-only',
  allowed_login_methods: 'chatgpt',
  'windows.allowed_sandbox_implementations': 'elevated',
};

/** Allow-lists that allow nothing, which clients refuse. */
export const emptyLists: Rule = ({ document, form, text }) =>
  form === 'config'
    ? []
    : Object.entries(neverEmpty).flatMap(([path, first]) => {
        const entry = entryAt(document, path);
        if (entry?.node.kind !== 'list' || entry.node.items.length > 0) return [];
        return [
          about(
            { entry, path },
            {
              id: 'empty_list',
              severity: 'error',
              message: `${path} allows nothing, so clients refuse the file.`,
              fix: putFirst(`Allow ${first}`, text, entry.node, JSON.stringify(first)),
            },
          ),
        ];
      });

/** Lists of sandbox modes without `read-only`, which clients refuse; for hosts of some names as well. */
export const readOnlyMissing: Rule = ({ document, form, text }) => {
  if (form === 'config') return [];
  const hosts = itemsOf(entryAt(document, 'remote_sandbox_config')?.node);
  const lists = [
    { entry: entryAt(document, 'allowed_sandbox_modes'), path: 'allowed_sandbox_modes' },
    ...hosts.map((host, at) => ({
      entry: host.kind === 'table' ? entryAt(host, 'allowed_sandbox_modes') : null,
      path: `remote_sandbox_config[${at}].allowed_sandbox_modes`,
    })),
  ];
  return lists.flatMap(({ entry, path }) => (entry ? withoutReadOnly(entry, path, text) : []));
};

function withoutReadOnly(entry: TomlEntry, path: string, text: string): readonly Found[] {
  const { node } = entry;
  const isBare = node.kind === 'list' && node.items.length === 0 && !path.includes('[');
  if (node.kind !== 'list' || isBare || textsOf(node).some((mode) => mode.text === 'read-only')) return [];
  return [
    about(
      { entry, path },
      {
        id: 'read_only_missing',
        severity: 'error',
        message: 'read-only has to be among the sandbox modes: clients refuse a list without it.',
        fix: putFirst('Allow read-only as well', text, node, '"read-only"'),
      },
    ),
  ];
}

/** `never` without `danger-full-access`: whoever asks for both cannot start a thread. */
export const neverAlone: Rule = ({ document, form }: Look) => {
  if (form === 'config') return [];
  const approvals = textsOf(entryAt(document, 'allowed_approval_policies')?.node);
  const sandbox = entryAt(document, 'allowed_sandbox_modes')?.node;
  const never = approvals.find(({ text }) => text === 'never');
  if (!never || !sandbox || textsOf(sandbox).some(({ text }) => text === 'danger-full-access')) return [];
  return [
    {
      id: 'never_without_full_access',
      severity: 'warning',
      at: never.at,
      key: 'allowed_approval_policies',
      message:
        'never is allowed and danger-full-access is not: a user who asks for both cannot start a thread.',
      fix: null,
    },
  ];
};
