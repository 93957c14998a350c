import { z } from 'zod';
import type { ConfigForm, ConfigKey, Sample } from '#lib/domain/config-check/config-key';

type Facts = Partial<Omit<ConfigKey, 'form' | 'path' | 'help' | 'schema'>>;

/** A key that its family completes. */
export type Draft = Pick<ConfigKey, 'path' | 'help' | 'schema'> & Facts;

/** A key of any schema; the facts name its samples. */
export const shape = (path: string, schema: z.ZodType, help: string, facts: Facts): Draft => ({
  path,
  schema,
  help,
  ...facts,
});

/** A key that is true or false. */
export const flag = (path: string, help: string, facts: Facts = {}): Draft =>
  shape(path, z.boolean(), help, { good: [true, false], bad: ['yes'], ...facts });

/** A key that is one of a few words. */
export const choice = (
  path: string,
  values: readonly [string, ...string[]],
  help: string,
  facts: Facts = {},
): Draft => shape(path, z.enum(values), help, { values, good: values, bad: ['sometimes', 7], ...facts });

/** A key that lists some of a few words. */
export const choices = (
  path: string,
  values: readonly [string, ...string[]],
  help: string,
  facts: Facts = {},
): Draft =>
  shape(path, z.array(z.enum(values)), help, {
    values,
    good: [[...values]],
    bad: [['sometimes'], values[0]],
    ...facts,
  });

/** A key that is any text. */
export const text = (path: string, help: string, facts: Facts = {}): Draft =>
  shape(path, z.string(), help, { good: ['some text'], bad: [7], ...facts });

/** A key that lists texts. */
export const texts = (path: string, help: string, facts: Facts = {}): Draft =>
  shape(path, z.array(z.string()), help, { good: [['one', 'two']], bad: ['one'], ...facts });

/** A key that is a whole number of 0 or more. */
export const count = (path: string, help: string, facts: Facts = {}): Draft =>
  shape(path, z.int().min(0), help, { good: [1], bad: ['many'], ...facts });

/** The schema of a table that has to hold these keys. */
const holding = (...names: readonly string[]): z.ZodType =>
  z
    .record(z.string(), z.unknown())
    .refine((held) => names.every((name) => Object.hasOwn(held, name)), `It needs ${names.join(', ')}`);

type Needs = { needs?: readonly string[] };

/** A key that holds further keys, each an entry of its own, and has to hold those that are needed. */
export const table = (path: string, help: string, { needs = [], ...facts }: Facts & Needs = {}): Draft =>
  shape(path, holding(...needs), help, {
    good: [{}],
    bad: ['a text'],
    onUnknown: 'warned',
    ...facts,
  });

/** A key that holds a list of tables, whose keys are entries of their own. */
export const tables = (path: string, help: string, { needs = [], ...facts }: Facts & Needs): Draft =>
  shape(path, z.array(holding(...needs)), help, {
    bad: ['a text'],
    onUnknown: 'warned',
    ...facts,
  });

/** A key that holds texts under names that the customer chooses. */
export const named = (path: string, help: string, facts: Facts = {}): Draft =>
  shape(path, z.record(z.string(), z.string()), help, {
    good: [{ name: 'value' }],
    bad: ['a text', { name: 7 }],
    ...facts,
  });

/** What the keys of a family share. */
type Family = Facts & { form: ConfigForm; source: string };

const nothing: Readonly<Record<string, Sample>> = {};

/** The keys of one family, each with what it does not say for itself. */
export function family(shared: Family, drafts: readonly Draft[]): readonly ConfigKey[] {
  return drafts.map((draft) => ({
    since: null,
    until: null,
    values: null,
    valueSpans: {},
    byDefault: null,
    introduced: null,
    risk: 'low',
    aliasOf: null,
    localOnly: false,
    good: [],
    bad: [],
    onBad: 'refused',
    onUnknown: null,
    beside: nothing,
    names: [],
    shown: null,
    effect: null,
    ...shared,
    ...draft,
  }));
}
