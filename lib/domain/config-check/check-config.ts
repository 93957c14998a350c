import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { emptyLists, neverAlone, readOnlyMissing } from './allow-lists';
import { excludedDefaults, forbiddenDefaults, outrankingKeys, replacedValues } from './between-files';
import { featureKeys } from './feature-keys';
import type { Finding, Found } from './finding';
import { keyAge } from './key-age';
import { indexKeys } from './key-index';
import { keyValues, valueAge } from './key-values';
import { lostBytes } from './lost-bytes';
import { formOf, type Delivery, type KeyCatalogue, type Look, type Rule } from './look';
import { mcpIdentity } from './mcp-identity';
import { modelProvider } from './model-provider';
import { permissionProfiles } from './permission-profiles';
import { prefixRules } from './prefix-rules';
import { readToml, type TomlFault } from './read-toml';
import { forcedByDefault, localOnly, noLoginLeft, openApiKeys, residency, untrusted } from './sign-in';
import { managedNetwork, olderNames, relativePaths } from './together';
import type { TomlTable } from './toml-document';
import { unknownKeys } from './unknown-keys';
import { visitKeys } from './visit-keys';
import { environmentFilter, exporterForm, plainSecrets, promptsLogged } from './what-leaves';

/** Rules that name a fault exactly come before those that only see that a value is wrong. */
const rules: readonly Rule[] = [
  ...[emptyLists, readOnlyMissing, prefixRules, mcpIdentity, untrusted, residency, exporterForm],
  ...[
    managedNetwork,
    modelProvider,
    permissionProfiles,
    olderNames,
    unknownKeys,
    keyAge,
    valueAge,
    featureKeys,
  ],
  ...[keyValues, localOnly, outrankingKeys, forbiddenDefaults, replacedValues, excludedDefaults],
  ...[noLoginLeft, openApiKeys, forcedByDefault, neverAlone, relativePaths],
  ...[plainSecrets, promptsLogged, environmentFilter, lostBytes],
];

/** A file to look at; `companions` are the texts of the other files of the same configuration. */
export type CheckedFile = {
  file: ConfigFileName;
  text: string;
  /** The oldest client of the fleet, such as `0.169.0`. */
  oldestClient: string;
  delivery?: Delivery;
  companions?: Readonly<Partial<Record<ConfigFileName, string>>>;
};

/**
 * What to know about a configuration file before it reaches a client, in the order of its text.
 *
 * An error is what some client of the fleet, from `oldestClient` to the newest in the catalogue, refuses,
 * replaces or ignores; everything else is a warning or a note. A companion that cannot be read is passed over:
 * it has findings of its own.
 *
 * Total: any text gives findings, nothing throws.
 */
export function checkConfig(checked: CheckedFile, catalogue: KeyCatalogue): readonly Finding[] {
  const { text } = checked;
  const read = readToml(text);
  if (!read.ok) return [placed(unreadable(read.error), text)];
  const { document, newer } = read.value;
  const look = lookAt(checked, document, catalogue);
  const found = rules.flatMap((rule) => rule(look));
  const all = newer ? [onlyNewer(newer), ...found] : found;
  return exactly(all)
    .map((one) => placed(one, text))
    .sort((a, b) => a.line - b.line || a.column - b.column || (a.id < b.id ? -1 : 1));
}

function lookAt(
  { file, text, oldestClient, delivery = 'device', companions = {} }: CheckedFile,
  document: TomlTable,
  { keys, furtherConfigKeys, features }: KeyCatalogue,
): Look {
  const form = formOf(file);
  const ofForm = (wanted: typeof form) =>
    indexKeys(
      keys.filter((key) => key.form === wanted),
      wanted === 'config' ? furtherConfigKeys : [],
    );
  const root = ofForm(form);
  const others = Object.entries(companions).flatMap(([name, other]) => {
    const read = name === file ? null : readToml(other);
    return read?.ok ? [[name, read.value.document]] : [];
  });
  return {
    file,
    form,
    text,
    document,
    visits: visitKeys(document, root),
    oldestClient,
    delivery,
    companions: Object.fromEntries(others),
    root,
    otherRoot: ofForm(form === 'config' ? 'requirements' : 'config'),
    features,
  };
}

const unreadable = ({ code, message, offset }: TomlFault): Found => ({
  id: code,
  severity: code === 'not_readable' ? 'warning' : 'error',
  at: { from: offset, to: offset },
  key: null,
  message: code === 'not_toml' ? `This is no TOML: ${message}. Clients refuse the file.` : message,
  fix: null,
});

const onlyNewer = ({ message, offset }: TomlFault): Found => ({
  id: 'newer_toml',
  severity: 'warning',
  at: { from: offset, to: offset },
  key: null,
  message: `Only TOML 1.1 allows this: ${message}. Clients read it, many other programs do not.`,
  fix: null,
});

/** Without the general word on a value where another error names the same place, or a place inside it. */
function exactly(found: readonly Found[]): readonly Found[] {
  return found.filter(
    (one) =>
      one.id !== 'wrong_value' ||
      !found.some(
        (other) =>
          other !== one &&
          other.severity === 'error' &&
          other.id !== 'wrong_value' &&
          (other.key === one.key || (other.at.from >= one.at.from && other.at.to <= one.at.to)),
      ),
  );
}

function placed({ at, ...found }: Found, text: string): Finding {
  const before = text.slice(0, at.from);
  const lineStart = before.lastIndexOf('\n') + 1;
  const { id, severity, key, message, fix } = found;
  return {
    id,
    severity,
    line: before.split('\n').length,
    column: at.from - lineStart + 1,
    key,
    message,
    fix,
  };
}
