import { describe, expect, test } from 'vitest';
import { duties } from '#lib/domain/owners/owner';
import type { Criterion } from './criteria';
import { giveVerdict, moveWave, waveSignatures } from './decide-wave';
import { changeWave, checkPlan, type Wave, type WaveVerdict } from './wave';

const at = new Date('2026-11-18T10:40:00Z');
const criterion = (key: string, met: boolean): Criterion => ({ key, label: key, met, detail: '' });
const allMet = [criterion('step-0', true), criterion('step-1', true)];
const oneOpen = [criterion('step-0', true), criterion('step-1', false)];

const pilot: Wave = {
  id: 'w1',
  number: 1,
  name: 'Pilot',
  groupIds: ['g1'],
  size: 40,
  startsOn: '2026-12-01',
  endsOn: '2026-12-14',
  state: 'planned',
  version: 1,
  verdicts: [],
};
const go = (duty: WaveVerdict['duty'], open: string[] = []): WaveVerdict => ({
  duty,
  verdict: 'go',
  waveVersion: 1,
  open,
  note: open.length > 0 ? 'Known' : null,
  at,
  by: 'Mara',
});
const planOf = ({ name, groupIds, size, startsOn, endsOn }: Wave) => ({
  name,
  groupIds,
  size,
  startsOn,
  endsOn,
});
const signed = (open: string[] = []): Wave => ({ ...pilot, verdicts: duties.map((duty) => go(duty, open)) });
const say = (verdict: 'go' | 'no_go', note: string | null, criteria: readonly Criterion[], wave = pilot) =>
  giveVerdict(wave, { duty: 'it', verdict, note, at, by: 'Devi' }, { held: ['it'], criteria });

describe('giveVerdict', () => {
  test('a go over met criteria needs no reason', () => {
    expect(say('go', null, allMet)).toMatchObject({ ok: true, value: { verdict: 'go', open: [] } });
  });

  test('a go in spite of an open point, and any no-go, says why', () => {
    expect(say('go', null, oneOpen)).toMatchObject({ error: { code: 'note_missing' } });
    expect(say('no_go', null, allMet)).toMatchObject({ error: { code: 'note_missing' } });
    expect(say('go', 'Accepted', oneOpen)).toMatchObject({ ok: true, value: { open: ['step-1'] } });
  });

  test('nobody signs for a duty they do not hold', () => {
    const result = giveVerdict(
      pilot,
      { duty: 'governance', verdict: 'go', note: null, at, by: 'Devi' },
      { held: ['it'], criteria: allMet },
    );

    expect(result).toMatchObject({ ok: false, error: { code: 'not_your_duty' } });
  });

  test('a wave that has begun takes no more verdicts', () => {
    expect(say('go', null, allMet, { ...pilot, state: 'running' })).toMatchObject({
      error: { code: 'wave_not_planned' },
    });
  });
});

describe('waveSignatures', () => {
  test('a go is void once a point comes open that was met, and stands again when it is met', () => {
    expect(waveSignatures(signed(), oneOpen).map(({ state }) => state)).toEqual(['void', 'void', 'void']);
    expect(waveSignatures(signed(), allMet).map(({ state }) => state)).toEqual(['go', 'go', 'go']);
  });

  test('a verdict is void once the plan it was given for has changed', () => {
    const changed = changeWave(signed(), { ...planOf(pilot), size: 4000 });
    if (!changed.ok) throw new Error(changed.error.message);

    expect(waveSignatures(changed.value, allMet).map(({ state }) => state)).toEqual(['void', 'void', 'void']);
    expect(moveWave(changed.value, 'running', allMet)).toMatchObject({
      error: { code: 'signatures_missing' },
    });
  });

  test('a wave that was stopped begins only over new verdicts', () => {
    const stopped = moveWave(signed(), 'stopped', allMet);
    if (!stopped.ok) throw new Error(stopped.error.message);
    const again = moveWave(stopped.value, 'planned', allMet);
    if (!again.ok) throw new Error(again.error.message);

    expect(waveSignatures(again.value, allMet).map(({ state }) => state)).toEqual(['void', 'void', 'void']);
  });

  test('the verdicts of a wave that has begun stay what they were', () => {
    const begun: Wave = { ...signed(), state: 'running', version: 2 };

    expect(waveSignatures(begun, oneOpen).map(({ state }) => state)).toEqual(['go', 'go', 'go']);
  });

  test('a go given in spite of an open point stands while only that one is open', () => {
    const [first] = waveSignatures(signed(['step-1']), oneOpen);

    expect(first?.state).toBe('go');
  });

  test('a duty that has not signed is missing', () => {
    expect(waveSignatures({ ...pilot, verdicts: [go('it')] }, allMet).map(({ state }) => state)).toEqual([
      'missing',
      'go',
      'missing',
    ]);
  });
});

describe('moveWave', () => {
  test('a wave begins with three standing goes and not with two', () => {
    expect(moveWave(signed(), 'running', allMet)).toMatchObject({
      ok: true,
      value: { state: 'running', version: 2 },
    });
    expect(moveWave({ ...pilot, verdicts: [go('it'), go('workspace')] }, 'running', allMet)).toMatchObject({
      error: { code: 'signatures_missing', duties: ['governance'] },
    });
    expect(moveWave(signed(), 'running', oneOpen)).toMatchObject({ error: { code: 'signatures_missing' } });
  });

  test('a wave ends only after it has begun', () => {
    expect(moveWave(signed(), 'done', allMet)).toMatchObject({ error: { code: 'move_impossible' } });
    expect(moveWave({ ...signed(), state: 'running' }, 'done', oneOpen)).toMatchObject({
      ok: true,
      value: { state: 'done' },
    });
  });
});

describe('a plan', () => {
  test('ends on the day it begins, or later', () => {
    expect(checkPlan({ ...pilot, endsOn: '2026-12-01' }).ok).toBe(true);
    expect(checkPlan({ ...pilot, endsOn: '2026-11-30' })).toMatchObject({
      error: { code: 'dates_reversed' },
    });
  });

  test('of a wave that is over stays as it was', () => {
    const plan = { ...planOf(pilot), size: pilot.size + 1 };

    expect(changeWave({ ...pilot, state: 'done' }, plan)).toMatchObject({ error: { code: 'wave_over' } });
    expect(changeWave(pilot, plan)).toMatchObject({ ok: true, value: { size: 41, version: 2 } });
    expect(changeWave(pilot, planOf(pilot))).toMatchObject({ ok: true, value: pilot });
  });
});
