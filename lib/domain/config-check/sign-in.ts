import { remove, replace } from './finding';
import { about, entryAt, type Look, type Rule } from './look';
import { textOf, textsOf } from './toml-document';

/** Keys that count in a file or MDM profile only, in a policy from the cloud. */
export const localOnly: Rule = ({ visits, delivery, text }) =>
  delivery === 'device'
    ? []
    : visits
        .filter(({ place }) => place?.key?.localOnly === true)
        .map((visit) =>
          about(visit, {
            id: 'local_only',
            severity: 'error',
            message: `Clients drop ${visit.entry.name} from a cloud policy; it counts in a file or MDM profile.`,
            fix: remove(text, visit.entry),
          }),
        );

const chatgptAlone = (methods: readonly { text: string }[]) =>
  methods.length > 0 && methods.every(({ text }) => text === 'chatgpt');

/** Workspaces that are listed while API keys stay open: the list does not close them. */
export const openApiKeys: Rule = ({ document, form, companions }) => {
  const entry = form === 'requirements' ? entryAt(document, 'allowed_chatgpt_workspaces') : null;
  const methods = textsOf(entryAt(document, 'allowed_login_methods')?.node);
  const forced = textOf(entryAt(companions['managed_config.toml'], 'forced_login_method')?.node);
  if (!entry || chatgptAlone(methods) || forced === 'chatgpt') return [];
  return [
    about(
      { entry, path: entry.name },
      {
        id: 'api_keys_open',
        severity: 'warning',
        message:
          'Whoever has an API key signs in past the listed workspaces: allow chatgpt alone in allowed_login_methods.',
      },
    ),
  ];
};

/** A list of workspaces that lets nobody in, where nothing but ChatGPT is allowed. */
export const noLoginLeft: Rule = ({ document, form }) => {
  const entry = form === 'requirements' ? entryAt(document, 'allowed_chatgpt_workspaces') : null;
  const methods = textsOf(entryAt(document, 'allowed_login_methods')?.node);
  if (entry?.node.kind !== 'list' || entry.node.items.length > 0 || !chatgptAlone(methods)) return [];
  const message = 'No workspace may sign in and nothing but ChatGPT is allowed, so clients do not start.';
  return [about({ entry, path: entry.name }, { id: 'no_login_left', severity: 'error', message })];
};

/** A restriction of the sign-in where a user's own file overrides it. */
export const forcedByDefault: Rule = ({ file, document }: Look) =>
  file !== 'config.toml'
    ? []
    : ['forced_login_method', 'forced_chatgpt_workspace_id'].flatMap((path) => {
        const entry = entryAt(document, path);
        if (!entry) return [];
        const message = `A user’s own config.toml overrides ${path} here; managed_config.toml and requirements.toml hold it.`;
        return [about({ entry, path }, { id: 'forced_by_default', severity: 'warning', message })];
      });

/** `untrusted` as an approval policy to start with, which clients of today refuse. */
export const untrusted: Rule = ({ form, document, text }) => {
  const entry = form === 'config' ? entryAt(document, 'approval_policy') : null;
  if (!entry || textOf(entry.node) !== 'untrusted') return [];
  return [
    about(
      { entry, path: entry.name },
      {
        id: 'untrusted_approval',
        severity: 'error',
        message:
          'Clients since 0.149.0 refuse a file with approval_policy = "untrusted": remove this setting.',
        fix: remove(text, entry),
      },
    ),
  ];
};

/** A residency other than the one there is. */
export const residency: Rule = ({ form, document, text }) => {
  const entry = form === 'requirements' ? entryAt(document, 'enforce_residency') : null;
  if (!entry || textOf(entry.node) === 'us') return [];
  return [
    {
      id: 'residency',
      severity: 'error',
      at: entry.node.at,
      key: entry.name,
      message: 'Clients know us as the only residency and refuse the file.',
      fix: entry.node.kind === 'table' ? remove(text, entry) : replace('Set it to us', entry.node.at, '"us"'),
    },
  ];
};
