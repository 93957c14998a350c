import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';
import { remove, replace, type Fix, type Found } from './finding';
import { about, entryAt, listed, type Look, type Rule } from './look';
import { plainValue, textOf, textsOf, type TomlEntry, type TomlTable } from './toml-document';

/** Starting values, the requirement that bounds each, what Codex comes with, and what is always allowed. */
const bounded = [
  { start: 'approval_policy', list: 'allowed_approval_policies', builtIn: 'on-request', always: null },
  { start: 'sandbox_mode', list: 'allowed_sandbox_modes', builtIn: null, always: 'read-only' },
  { start: 'web_search', list: 'allowed_web_search_modes', builtIn: 'cached', always: 'disabled' },
  { start: 'approvals_reviewer', list: 'allowed_approvals_reviewers', builtIn: 'user', always: null },
  { start: 'forced_login_method', list: 'allowed_login_methods', builtIn: null, always: null },
] as const;

/** Keys that managed_config.toml turns into requirements which outrank those of requirements.toml. */
const outranking = bounded.filter(({ start }) =>
  ['approval_policy', 'sandbox_mode', 'approvals_reviewer'].includes(start),
);

/** Requirements that replace a starting value by their own. */
const exact = [
  ...['cli_auth_credentials_store', 'chatgpt_base_url', 'sqlite_home', 'log_dir', 'model_catalog_json'],
  ...['check_for_update_on_startup', 'allow_login_shell', 'feedback.enabled', 'model_provider'],
  ...['otel.exporter', 'otel.trace_exporter', 'otel.metrics_exporter', 'otel.log_user_prompt'],
];

const startingFiles = ['managed_config.toml', 'config.toml'] as const satisfies readonly ConfigFileName[];

/** The three keys of managed_config.toml that loosen requirements.toml without a word. */
export const outrankingKeys: Rule = ({ file, document, text, companions }) =>
  file !== 'managed_config.toml'
    ? []
    : outranking.flatMap(({ start, list }) => {
        const entry = entryAt(document, start);
        if (!entry) return [];
        const isBounded = entryAt(companions['requirements.toml'], list) !== null;
        const message = `Clients since 0.137.0 turn ${start} of this file into a requirement that outranks ${list} of requirements.toml, without a word. Set it in config.toml.`;
        return [
          about(
            { entry, path: start },
            {
              id: 'outranks_requirements',
              severity: isBounded ? 'error' : 'warning',
              message,
              fix: remove(text, entry),
            },
          ),
        ];
      });

const allowedIn = (requirements: TomlTable | undefined, list: string) => {
  const entry = entryAt(requirements, list);
  return entry ? { entry, values: textsOf(entry.node).map(({ text }) => text) } : null;
};

/** Starting values that the requirements beside them forbid: clients replace them. */
export const forbiddenDefaults: Rule = ({ form, document, companions }) =>
  form === 'requirements'
    ? []
    : bounded.flatMap(({ start, list, always }): Found[] => {
        const entry = entryAt(document, start);
        const value = textOf(entry?.node);
        const allowed = allowedIn(companions['requirements.toml'], list);
        if (!entry || !allowed || value === null || value === always || allowed.values.includes(value))
          return [];
        return [
          {
            id: 'default_forbidden',
            severity: 'error',
            at: entry.node.at,
            key: start,
            message: `requirements.toml allows ${listed(allowed.values) || 'nothing'} in ${list}, so clients replace this value.`,
            fix: onlyOne(entry, allowed.values),
          },
        ];
      });

/** The one value that is allowed; with several, somebody has to choose. */
const onlyOne = ({ node }: TomlEntry, [only, ...more]: readonly string[]): Fix | null =>
  only === undefined || more.length > 0 ? null : replace(`Write ${only}`, node.at, JSON.stringify(only));

/** Requirements that exclude what Codex starts with while no file beside them starts it with anything else. */
export const excludedDefaults: Rule = ({ form, document, companions }) =>
  form === 'config'
    ? []
    : bounded.flatMap(({ start, list, builtIn, always }): readonly Found[] => {
        const allowed = allowedIn(document, list);
        if (builtIn === null || !allowed || allowed.values.includes(builtIn)) return [];
        const fitting = always === null ? allowed.values : [...allowed.values, always];
        const starts = startingFiles.map((file) => textOf(entryAt(companions[file], start)?.node));
        const set = starts.find((value) => value !== null) ?? '';
        return fitting.includes(set) || fitting.length === 0
          ? []
          : [excluded(allowed.entry, { start, list, builtIn })];
      });

function excluded(entry: TomlEntry, { start, list, builtIn }: Record<'start' | 'list' | 'builtIn', string>) {
  const word = start === 'web_search' ? ' and warn at every start' : '';
  const message = `Codex starts with ${builtIn}, which is not among them, so clients replace it${word}. Set ${start} in config.toml.`;
  return about({ entry, path: list }, { id: 'default_excluded', severity: 'warning', message });
}

/** Values that a requirement beside them replaces, and features that it pins the other way. */
export const replacedValues: Rule = ({ form, document, companions }) => {
  const requirements = companions['requirements.toml'];
  if (form === 'requirements' || !requirements) return [];
  const features = [...tableEntries(document, 'features')].map(({ name }) => `features.${name}`);
  return [...exact, ...features].flatMap((path): Found[] => {
    const entry = entryAt(document, path);
    const required = entryAt(requirements, path);
    if (!entry || !required || isSame(entry, required)) return [];
    return [
      {
        id: 'contradicts_requirements',
        severity: 'error',
        at: entry.node.at,
        key: path,
        message: `requirements.toml says otherwise for ${path}, so clients replace this value.`,
        fix: asRequired(entry, required),
      },
    ];
  });
};

/** The value that is required, in the place of the other; what is written as a table by header has no one place. */
function asRequired({ node }: TomlEntry, { node: required }: TomlEntry): Fix | null {
  if (node.kind === 'table' || required.kind === 'table') return null;
  // safe because it was read from a text of values
  const toml = renderValue(plainValue(required) as TomlValue);
  return replace('Write what is required', node.at, toml);
}

const isSame = (a: TomlEntry, b: TomlEntry) =>
  JSON.stringify(plainValue(a.node), inText) === JSON.stringify(plainValue(b.node), inText);
const inText = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

function tableEntries(document: Look['document'], path: string): Iterable<TomlEntry> {
  const node = entryAt(document, path)?.node;
  return node?.kind === 'table' ? node.entries.values() : [];
}
