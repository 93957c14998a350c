import { carriesSecret } from '#lib/domain/config/plain-text';
import { replace, type Found } from './finding';
import { about, entryAt, type Rule } from './look';
import { flagOf, textOf, type TomlEntry, type TomlNode } from './toml-document';

/** Prompts in telemetry: whatever users type goes to the collector. */
export const promptsLogged: Rule = ({ document }) => {
  const entry = entryAt(document, 'otel.log_user_prompt');
  if (!entry || flagOf(entry.node) !== true) return [];
  return [
    about(
      { entry, path: 'otel.log_user_prompt' },
      {
        id: 'prompts_logged',
        severity: 'warning',
        message: 'Whatever users type goes to the collector, secrets and names as well.',
        fix: replace('Leave prompts out', entry.node.at, 'false'),
      },
    ),
  ];
};

/** An exporter that is only named, or given two collectors at once. */
export const exporterForm: Rule = ({ document }) =>
  ['exporter', 'trace_exporter', 'metrics_exporter'].flatMap((name): Found[] => {
    const path = `otel.${name}`;
    const entry = entryAt(document, path);
    const kind = textOf(entry?.node);
    if (!entry || kind === null || !/^otlp-(http|grpc)$/.test(kind)) return [];
    const needs = kind === 'otlp-http' ? 'an endpoint and a protocol' : 'an endpoint';
    return [
      {
        id: 'exporter_form',
        severity: 'error',
        at: entry.node.at,
        key: path,
        message: `${kind} needs ${needs} in a table of its own; clients refuse the bare name.`,
        fix: null,
      },
    ];
  });

/** Environment variables named like secrets that every command is given: clients hold none back unless told to. */
export const environmentFilter: Rule = ({ file, form, document }) => {
  if (form !== 'config') return [];
  const policy = entryAt(document, 'shell_environment_policy');
  const ignored = entryAt(document, 'shell_environment_policy.ignore_default_excludes');
  const message =
    'Commands get environment variables named like keys, secrets and tokens: set ignore_default_excludes = false.';
  if (ignored) {
    if (flagOf(ignored.node) !== true) return [];
    const fix = replace('Hold them back', ignored.node.at, 'false');
    const path = 'shell_environment_policy.ignore_default_excludes';
    return [about({ entry: ignored, path }, { id: 'environment_filter', severity: 'warning', message, fix })];
  }
  if (policy) {
    const finding = { id: 'environment_filter', severity: 'warning', message } as const;
    return [about({ entry: policy, path: policy.name }, finding)];
  }
  if (file !== 'managed_config.toml') return [];
  return [
    { id: 'environment_filter', severity: 'info', at: { from: 0, to: 0 }, key: null, message, fix: null },
  ];
};

const shapes: readonly RegExp[] = [
  /\b(sk|pk|rk)-[A-Za-z0-9_-]{16,}/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/,
  /\bglpat-[A-Za-z0-9_-]{16,}/,
  /\bxox[abeprs]-[A-Za-z0-9-]{10,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\./,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /^(Bearer|Basic)\s+\S{8,}/i,
];

/** Names whose value is a secret, in the tables that hold such names, or wherever they stand. */
const secretName = /(api[_-]?key|token|secret|passw(or)?d|authorization|cookie)$/i;
const holdsNames = /(^|\.)(http_headers|headers|env|set|query_params)\.[^.]+$/;
const bearer = /(^|\.)(experimental_)?bearer_token$/;

/** Secrets in plain text: every user of every machine can read these files. */
export const plainSecrets: Rule = ({ document }) => secretsIn(document, '');

function secretsIn(node: TomlNode, path: string): readonly Found[] {
  if (node.kind === 'list') return node.items.flatMap((item, at) => secretsIn(item, `${path}[${at}]`));
  if (node.kind === 'value') return isSecret(textOf(node) ?? '') ? [secretAt(node, path)] : [];
  return [...node.entries.values()].flatMap((entry) => {
    const below = path === '' ? entry.name : `${path}.${entry.name}`;
    return isNamedSecret(entry, below) ? [secretAt(entry.node, below)] : secretsIn(entry.node, below);
  });
}

const isSecret = (written: string) => shapes.some((shape) => shape.test(written)) || carriesSecret(written);

function isNamedSecret({ name, node }: TomlEntry, path: string): boolean {
  const written = textOf(node);
  if (written === null || written === '') return false;
  return bearer.test(path) || (secretName.test(name) && holdsNames.test(path));
}

const secretAt = ({ at }: TomlNode, key: string): Found => ({
  id: 'plain_secret',
  severity: 'warning',
  at,
  key,
  message: 'This looks like a secret, and every user of every machine can read the file.',
  fix: null,
});
