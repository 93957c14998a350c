import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { findConfigDraft, textVersion } from '#lib/data/config-draft';
import { treesOf } from '#lib/domain/config-check/key-trees';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { formOf } from '#lib/domain/config-check/look';
import { readToml } from '#lib/domain/config-check/read-toml';
import { nodeAt, plainValue } from '#lib/domain/config-check/toml-document';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import { decidedBody } from '#lib/domain/config/decided-body';
import { presetNames, presets, type PresetName } from '#lib/domain/config/presets';
import { renderValue, type TomlValue } from '#lib/domain/config/render-toml';
import { bodyOf } from '#lib/domain/config-text/config-draft';
import {
  dottedName,
  fitsKind,
  foundKeys,
  keyRows,
  knownKey,
  tomlOf,
  valueKind,
} from '#lib/domain/config-text/key-rows';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';
import { textValues, valueAt } from '#lib/domain/config-text/text-values';
import { defineQuery } from './define-query';

const mostFound = 60;

const knownView = z.object({
  help: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  since: z.string().nullable(),
  source: z.string(),
  /** A value it can have, as TOML writes it. */
  sample: z.string().nullable(),
});

function toKnownView({ help, risk, since, source, good: [sample] }: ConfigKey): z.output<typeof knownView> {
  return { help, risk, since, source, sample: sample === undefined ? null : renderValue(sample) };
}

/**
 * The keys of a file for its form: those that the text sets, in its order, and those of the catalogue that `find`
 * names, or at its top where it is empty. `readable` is false where the text is no TOML.
 */
export const readConfigKeys = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(textNames), find: z.string().max(100).default('') }),
  output: z.object({
    readable: z.boolean(),
    set: z.array(
      z.object({
        key: z.string(),
        path: z.array(z.string()),
        toml: z.string(),
        reason: z.string().nullable(),
        known: knownView.nullable(),
      }),
    ),
    others: z.array(z.object({ key: z.string(), path: z.array(z.string()), known: knownView })),
    /** How many more `find` names. */
    more: z.int(),
  }),
  async run({ ctx, db, input: { name, find } }) {
    const file = fileOfText[name];
    const { draft, texts } = await findConfigDraft(db, ctx);
    const read = readToml(draft ? bodyOf(file, draft) : '');
    if (!read.ok) return { readable: false, set: [], others: [], more: 0 };
    const form = formOf(file);
    const rows = keyRows(read.value.document, treesOf(keyCatalogue)[form]);
    const reasons = texts.get(file)?.reasons ?? {};
    const isSet = new Set(rows.flatMap(({ path }) => path.map((_, at) => dottedName(path.slice(0, at + 1)))));
    const found = foundKeys(keyCatalogue.keys, form, find).filter(
      ({ path, aliasOf }) => !isSet.has(path) && aliasOf === null && (find !== '' || !path.includes('.')),
    );
    return {
      readable: true,
      set: rows.map(({ path, dotted, toml, known }) => ({
        ...{ key: dotted, path: [...path], toml, reason: reasonOf(reasons, path) },
        known: known && toKnownView(known),
      })),
      others: found.slice(0, mostFound).map((key) => ({
        ...{ key: key.path, path: key.path.split('.'), known: toKnownView(key) },
      })),
      more: Math.max(0, found.length - mostFound),
    };
  },
});

/** One key for its form: its value now, what the three presets say, and how a value is typed. */
export const readConfigKey = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ name: z.enum(textNames), path: z.array(z.string().max(200)).min(1).max(20) }),
  output: z.object({
    key: z.string(),
    toml: z.string().nullable(),
    reason: z.string(),
    version: z.int(),
    kind: z.enum(['flag', 'choice', 'choices', 'toml']),
    values: z.array(z.string()),
    known: knownView.nullable(),
    presets: z.array(z.object({ preset: z.enum(presetNames), toml: z.string().nullable() })),
  }),
  async run({ ctx, db, input: { name, path } }) {
    const file = fileOfText[name];
    const stored = await findConfigDraft(db, ctx);
    const read = readToml(stored.draft ? bodyOf(file, stored.draft) : '');
    const node = read.ok ? nodeAt(read.value.document, path) : null;
    const known = knownKey(treesOf(keyCatalogue)[formOf(file)], path);
    return {
      key: dottedName(path),
      toml: node && tomlOf(node),
      reason: reasonOf(stored.texts.get(file)?.reasons ?? {}, path) ?? '',
      version: textVersion(file, stored),
      ...typingOf(known, node && plainValue(node)),
      presets: presetNames.map((preset) => ({ preset, toml: presetValue(preset, file, path) })),
    };
  },
});

/** Why a key is as it is; null where nobody said. Names may be any word, those of objects among them. */
function reasonOf(reasons: Readonly<Record<string, string>>, path: readonly string[]): string | null {
  const dotted = dottedName(path);
  return Object.hasOwn(reasons, dotted) ? (reasons[dotted] ?? null) : null;
}

/** How a value of a key is typed; as TOML where clients know no such key. */
function typingOf(known: ConfigKey | null, value: unknown) {
  if (!known) return { kind: 'toml' as const, values: [], known: null };
  return {
    // What the key holds and no field could show is typed as TOML, so that nothing of it is lost.
    kind: fitsKind(valueKind(known), value, known.values ?? []) ? valueKind(known) : ('toml' as const),
    values: [...(known.values ?? [])],
    known: toKnownView(known),
  };
}

/** What a preset says of a key, as TOML writes it; null where it leaves the key out. */
function presetValue(preset: PresetName, file: ConfigFileName, path: readonly string[]): string | null {
  const values = textValues(decidedBody(file, { decisions: presets[preset], login: null }));
  const value = valueAt(values, path);
  // safe because what the form renders is made of such values
  return value === undefined ? null : renderValue(value as TomlValue);
}
