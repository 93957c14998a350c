import { describe, expect, test } from 'vitest';
import { settings } from '#lib/catalog/settings';
import { setWanted } from './set-wanted';
import { neverWritten, type Setting } from './setting';

const at = new Date('2026-11-18T10:36:00Z');
const on = { wanted: true, at, by: 'Mara' };
const off = { wanted: false, at, by: 'Mara' };
const nothing = () => false;
const only =
  (...wanted: string[]) =>
  (key: string) =>
    wanted.includes(key);
const wantedOn = (key: string): Setting => ({
  ...neverWritten(key),
  wanted: true,
  version: 1,
  wantedAt: at,
  wantedBy: 'Sam',
});

describe('setWanted', () => {
  test('a wish is recorded with who and when, and counts one write', () => {
    expect(setWanted(neverWritten('codex.local'), on, settings, nothing)).toEqual({
      ok: true,
      value: {
        key: 'codex.local',
        wanted: true,
        version: 1,
        wantedAt: at,
        wantedBy: 'Mara',
        confirmation: null,
      },
    });
  });

  test('the first wish counts even when it is off', () => {
    const next = setWanted(neverWritten('codex.local'), off, settings, nothing);

    expect(next.ok && next.value.version).toBe(1);
  });

  test('the same wish again changes nothing', () => {
    const current = wantedOn('codex.local');
    const next = setWanted(current, on, settings, nothing);

    expect(next.ok && next.value).toBe(current);
  });

  test('a confirmation stays when the wish changes', () => {
    const confirmation = { state: 'on', at, by: 'Sam', note: null, link: null, restsOn: true } as const;
    const next = setWanted({ ...wantedOn('codex.local'), confirmation }, off, settings, nothing);

    expect(next.ok && next.value.confirmation).toEqual(confirmation);
  });

  test('cloud cannot be wanted before its connector is', () => {
    const next = setWanted(neverWritten('codex.cloud'), on, settings, nothing);

    expect(next).toEqual({
      ok: false,
      error: {
        code: 'prerequisite_missing',
        message: 'First turn on what it needs: ChatGPT GitHub Connector.',
        missing: ['codex.github_connector'],
      },
    });
  });

  test('cloud can be wanted once its connector is', () => {
    expect(setWanted(neverWritten('codex.cloud'), on, settings, only('codex.github_connector')).ok).toBe(
      true,
    );
  });

  test('cloud can be declined without its connector', () => {
    expect(setWanted(neverWritten('codex.cloud'), off, settings, nothing).ok).toBe(true);
  });

  test('the connector cannot go while cloud is wanted', () => {
    const next = setWanted(wantedOn('codex.github_connector'), off, settings, only('codex.cloud'));

    expect(next).toMatchObject({
      ok: false,
      error: { code: 'dependents_wanted', dependents: ['codex.cloud'] },
    });
  });

  test('everything that needs cloud is named when cloud is to go', () => {
    const next = setWanted(
      wantedOn('codex.cloud'),
      off,
      settings,
      only('codex.github_connector', 'codex.slack_answers', 'codex.internet_access'),
    );

    expect(next).toMatchObject({
      ok: false,
      error: { dependents: ['codex.slack_answers', 'codex.internet_access'] },
    });
  });

  test('administration needs nothing', () => {
    expect(setWanted(neverWritten('codex.administer'), on, settings, nothing).ok).toBe(true);
  });
});
