import { describe, expect, test } from 'vitest';
import { compareVersions, isClientVersion } from '#lib/domain/config-check/client-version';
import { checkConfig } from '#lib/domain/config-check/check-config';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import { stepsOf } from '#lib/domain/config-check/key-path';
import { sampleFile } from '#test/oracle/sample-document';
import { keyCatalogue } from './key-catalogue';

const { keys, features, furtherConfigKeys } = keyCatalogue;
const idOf = ({ form, path }: { form: string; path: string }) => `${form}: ${path}`;
const ids = new Set(keys.map(idOf));

/** The path of the table around a key; null at the top of a file. */
function around(path: string): string | null {
  const [, table = null] = /^(.*?)(?:\.(?:[^."[\]]+|"[^"]*")|\[\])$/.exec(path) ?? [];
  return table;
}

describe('the catalogue of keys', () => {
  test('holds each key once, and the 46 keys of requirements.toml with their two older names', () => {
    const top = keys.filter(({ form, path }) => form === 'requirements' && stepsOf(path).length === 1);

    expect(ids.size).toBe(keys.length);
    expect(top).toHaveLength(48);
  });

  test('holds the table around each key', () => {
    const orphans = keys.filter(({ form, path }) => {
      let table = around(path);
      while (table?.endsWith('[]')) table = table.slice(0, -2);
      return table !== null && !ids.has(idOf({ form, path: table }));
    });

    expect(orphans.map(idOf)).toEqual([]);
  });

  test('takes a good sample by its schema', () => {
    const broken = keys.flatMap((key) =>
      key.good.filter((value) => !key.schema.safeParse(value).success).map((value) => [idOf(key), value]),
    );

    expect(broken).toEqual([]);
  });

  test('makes an error of every bad sample, and none of a good one', () => {
    const errorsOf = (key: ConfigKey, value: Sample) =>
      checkConfig(
        {
          file: key.form === 'requirements' ? 'requirements.toml' : 'managed_config.toml',
          text: sampleFile(key, value),
          oldestClient: '0.169.0',
        },
        keyCatalogue,
      ).filter(({ severity }) => severity === 'error');
    const living = keys.filter(({ until }) => until === null);
    const silent = living.flatMap((key) =>
      key.bad.filter((value) => errorsOf(key, value).length === 0).map(() => idOf(key)),
    );
    const loud = living.flatMap((key) => key.good.flatMap((value) => errorsOf(key, value)));

    expect(silent).toEqual([]);
    expect(loud).toEqual([]);
  });

  test('names a default that the key itself takes', () => {
    const broken = keys.filter(
      ({ byDefault, schema }) => byDefault !== null && !schema.safeParse(byDefault).success,
    );

    expect(broken.map(idOf)).toEqual([]);
  });

  test('names a sample, or the words it may be, for all but what needs a machine or a server', () => {
    const bare = keys.filter(({ good }) => good.length === 0);

    expect(
      bare
        .map(({ path }) => path)
        .every((path) =>
          /^(config_server|model_catalog_json|profiles?$|model_providers\.\*\.aws|.*\.tls\.|hooks\.|.*\.expression$)/.test(
            path,
          ),
        ),
    ).toBe(true);
  });

  test('points each other name at a key', () => {
    const lost = keys.filter(
      ({ form, aliasOf }) => aliasOf !== null && !ids.has(idOf({ form, path: aliasOf })),
    );

    expect(lost.map(idOf)).toEqual([]);
  });

  test('says of each key in one sentence what it does', () => {
    expect(keys.filter(({ help }) => !/^[A-Z].*\.$/.test(help)).map(idOf)).toEqual([]);
  });

  test('knows clients by versions that can be compared, and none before its table', () => {
    const sinceOf = new Map(keys.map((key) => [idOf(key), key.since]));
    const early = keys.filter(({ form, path, since }) => {
      const table = around(path);
      const outer = table === null ? null : (sinceOf.get(idOf({ form, path: table })) ?? null);
      return outer !== null && (since === null || compareVersions(since, outer) < 0);
    });
    const versions = [...keys, ...features].flatMap(({ since, until }) => [since ?? [], until ?? []].flat());

    expect(versions.every(isClientVersion)).toBe(true);
    expect(early.map(idOf)).toEqual([]);
  });

  test('knows allowed_permission_profiles from the client on that its reference names', () => {
    const key = keys.find(({ path }) => path === 'allowed_permission_profiles');

    expect(key).toMatchObject({ since: '0.138.0', introduced: '2026-06-05' });
  });

  test('lists each feature once, and further paths that are no keys of its own', () => {
    const names = features.map(({ name }) => name);
    const config = new Set(keys.filter(({ form }) => form === 'config').map(({ path }) => path));

    expect(new Set(names).size).toBe(names.length);
    expect(features.every(({ now }) => now === null || names.includes(now))).toBe(true);
    expect(furtherConfigKeys.filter((path) => config.has(path))).toEqual([]);
  });
});
