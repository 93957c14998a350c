import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { neverRecorded, setChannel, type Channel } from './channel';
import { channelStanding } from './channel-standing';

const now = new Date('2026-11-18T10:40:00Z');
const word = { by: 'Jonas', at: now, today: '2026-11-18' };
const nothing = { setUpBy: null, lastExportOn: null, link: null, note: null };
const never = neverRecorded('compliance_api');

const facts = (channel: Channel): RolloutFacts => ({
  ...nothingStored,
  guide,
  now,
  digest: (text) => text,
  channels: new Map([[channel.key, channel]]),
});

const setUp: Channel = { ...never, state: 'set_up', setUpBy: 'Devi', by: 'Jonas', at: now, version: 1 };
const exported = (lastExportOn: string): Channel => ({ ...setUp, lastExportOn });

describe('setChannel', () => {
  test('a record names who wrote it, when, and counts one write', () => {
    const next = setChannel(never, { ...nothing, state: 'set_up', setUpBy: 'Devi' }, word);

    expect(next).toMatchObject({ ok: true, value: { state: 'set_up', by: 'Jonas', at: now, version: 1 } });
  });

  test.each([
    ['set_up_by_missing', { ...nothing, state: 'set_up' as const }],
    ['note_missing', { ...nothing, state: 'left_out' as const }],
    ['day_in_future', { ...nothing, state: 'not_set_up' as const, lastExportOn: '2026-11-19' }],
  ])('%s is refused beside its field', (code, input) => {
    const next = setChannel(never, input, word);

    expect(next).toMatchObject({ ok: false, error: { code } });
    expect(!next.ok && Object.keys(next.error.fields)).toHaveLength(1);
  });
});

describe('channelStanding', () => {
  test.each([
    ['2026-11-18', 'done', 'The last export was today.'],
    ['2026-11-17', 'done', 'The last export was 1 day ago.'],
    ['2026-10-27', 'done', 'The last export was 22 days ago.'],
    ['2026-10-26', 'done', 'The last export was 23 days ago; after 30 days data is lost, so export again.'],
    ['2026-10-19', 'done', 'The last export was 30 days ago; after 30 days data is lost, so export again.'],
    [
      '2026-10-18',
      'stale',
      'The last export was 31 days ago, and exports are kept 30 days: data in between is lost.',
    ],
  ])('a compliance export of %s is %s', (day, state, reason) => {
    expect(channelStanding('compliance_api', facts(exported(day)))).toMatchObject({ state, reason });
  });

  test('a compliance channel without an export is in progress', () => {
    expect(channelStanding('compliance_api', facts(setUp)).state).toBe('in_progress');
  });

  test('a channel whose data is kept is done without an export', () => {
    const dashboard: Channel = { ...setUp, key: 'dashboard' };

    expect(channelStanding('dashboard', facts(dashboard)).state).toBe('done');
  });

  test('a channel left out on purpose is done, and one nobody recorded is to do', () => {
    const out: Channel = { ...setUp, state: 'left_out', note: 'No BI yet.' };

    expect(channelStanding('compliance_api', facts(out))).toMatchObject({
      state: 'done',
      reason: 'Jonas left it out on purpose.',
    });
    expect(channelStanding('analytics_api', facts(out)).state).toBe('todo');
  });

  test('another export is no reason to sign again', () => {
    const before = channelStanding('compliance_api', facts(exported('2026-11-01')));
    const after = channelStanding('compliance_api', facts({ ...exported('2026-11-18'), by: 'Sam' }));

    expect(after.content).toEqual(before.content);
  });
});
