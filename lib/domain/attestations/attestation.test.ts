import { describe, expect, test } from 'vitest';
import { presets } from '#lib/domain/config/presets';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { smallGuide, smallTask } from '#test/small-guide';
import { attest } from './attest';
import { withdraw, type Attestation } from './attestation';
import { attestationStanding } from './attestation-standing';
import { toAttestationView } from './attestation-view';

const now = new Date('2026-11-18T10:40:00Z');
const parts = [{ kind: 'configuration' }] as const;
const task = smallTask('deployment', { kind: 'attestation', restsOn: parts });
const said = { note: 'Seen on 3 machines', link: null, at: now, by: 'Devi' };

const facts = (change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide: smallGuide,
  now,
  digest: (text) => `digest of ${text}`,
  configuration: { version: 1, decisions: presets.standard },
  ...change,
});

function given(): Attestation {
  const word = attest(task, said, facts());
  if (!word.ok) throw new Error(word.error.code);
  return word.value;
}

const standing = (word: Attestation | undefined, change: Partial<RolloutFacts> = {}) =>
  attestationStanding(
    task.id,
    parts,
    facts({ attestations: new Map(word ? [[task.id, word]] : []), ...change }),
  );

describe('a word on a task', () => {
  test('is kept with what it rests on, as that is now', () => {
    expect(given()).toEqual({
      taskId: 'deployment',
      kind: 'given',
      ...said,
      restsOn: { configuration: expect.stringContaining('digest of ') },
      version: 1,
    });
  });

  test('is not taken on a task that data decides', () => {
    expect(attest(smallTask('owners', { kind: 'owners' }), said, facts())).toMatchObject({
      ok: false,
      error: { code: 'decided_by_data' },
    });
  });

  test('is taken back once, and leaves a version of its own', () => {
    const back = withdraw(given(), { at: now, by: 'Mara' });

    expect(back).toMatchObject({ ok: true, value: { kind: 'withdrawn', version: 2, note: null } });
    expect(back.ok && withdraw(back.value, said)).toMatchObject({ error: { code: 'not_attested' } });
    expect(withdraw(undefined, said)).toMatchObject({ error: { code: 'not_attested' } });
  });

  test('is shown as standing or not, with its version', () => {
    expect(toAttestationView('deployment', undefined)).toMatchObject({ attested: false, version: 0 });
    expect(toAttestationView('deployment', given())).toMatchObject({ attested: true, version: 1 });
  });
});

describe('a task that rests on a word', () => {
  test('is to do without one, also after it was taken back', () => {
    const back = withdraw(given(), { at: now, by: 'Mara' });

    expect(standing(undefined)).toMatchObject({ state: 'todo', version: 0, content: null });
    expect(back.ok && standing(back.value)).toMatchObject({ state: 'todo', version: 2, content: null });
  });

  test('is done while what the word rests on is as it was', () => {
    expect(standing(given())).toMatchObject({ state: 'done', reason: null, version: 1 });
  });

  test('is stale when that has changed, says what, and is done again when it changes back', () => {
    const other = { configuration: { version: 2, decisions: presets.strict } };
    const back = { configuration: { version: 3, decisions: presets.standard } };

    expect(standing(given(), other)).toMatchObject({
      state: 'stale',
      reason: 'The configuration has changed since. Devi confirmed it before that.',
    });
    expect(standing(given(), back)).toMatchObject({ state: 'done' });
  });
});
