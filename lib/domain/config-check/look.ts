import type { ConfigFileName } from '#lib/domain/config/file-sections';
import type { ConfigForm, ConfigKey } from './config-key';
import type { FeatureName } from './feature-name';
import type { Found, Severity } from './finding';
import type { KeyPlace } from './key-index';
import { entryOf, type TomlEntry, type TomlNode, type TomlTable } from './toml-document';
import type { Visit } from './visit-keys';

/** What is known of configuration files: every key, further paths of `config.toml`, every feature. */
export type KeyCatalogue = {
  keys: readonly ConfigKey[];
  furtherConfigKeys: readonly string[];
  features: readonly FeatureName[];
};

/** How a file reaches its clients: laid down on the device (or by MDM), or as a policy from the cloud. */
export const deliveries = ['device', 'cloud'] as const;

/** One of the ways in which a file reaches its clients. */
export type Delivery = (typeof deliveries)[number];

/** What a rule looks at. */
export type Look = {
  file: ConfigFileName;
  form: ConfigForm;
  text: string;
  document: TomlTable;
  /** Every key of the document that stands in a table the clients know, in the order of the text. */
  visits: readonly Visit[];
  oldestClient: string;
  delivery: Delivery;
  /** The other files of the same configuration, as far as they can be read. */
  companions: Readonly<Partial<Record<ConfigFileName, TomlTable>>>;
  /** The keys of the other form, to tell a misplaced key from a misspelt one. */
  otherRoot: KeyPlace;
  features: readonly FeatureName[];
};

/** One question that is asked of a file. */
export type Rule = (look: Look) => readonly Found[];

/** Which keys a file takes. */
export const formOf = (file: ConfigFileName): ConfigForm =>
  file === 'requirements.toml' ? 'requirements' : 'config';

/** The entry at a dotted path of plain names; null where there is none. */
export function entryAt(table: TomlTable | undefined, path: string): TomlEntry | null {
  let entry: TomlEntry | null = null;
  let node: TomlNode | null = table ?? null;
  for (const name of path.split('.')) {
    entry = entryOf(node, name);
    if (!entry) return null;
    node = entry.node;
  }
  return entry;
}

/** A finding about a key, at its name. */
export const about = (
  { entry, path }: Pick<Visit, 'entry' | 'path'>,
  finding: { id: string; severity: Severity; message: string; fix?: Found['fix'] },
): Found => ({ at: entry.key, key: path, fix: null, ...finding });

/** Words as a sentence lists them. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
