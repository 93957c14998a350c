import { describe, expect, test } from 'vitest';
import type { Attestation } from '#lib/domain/attestations/attestation';
import type { EvidenceFile } from '#lib/domain/attestations/evidence';
import { guideOf, smallTask } from '#test/small-guide';
import { nothingStored, type RolloutFacts } from './facts';
import { rolloutProgress, type StepProgress } from './progress';
import { maySign, signStep, type Signer, type SignOff } from './sign-off';
import { withdrawSignOff } from './withdraw-sign-off';

const now = new Date('2026-11-18T10:40:00Z');
const byWord = (id: string, surface: 'any' | 'cloud' = 'any') =>
  smallTask(id, { kind: 'attestation', restsOn: [{ kind: 'decision' }] }, { surface });
const guide = guideOf({ 0: [byWord('first'), byWord('second'), byWord('cloud only', 'cloud')] });

const word = (taskId: string, change: Partial<Attestation> = {}): Attestation => ({
  taskId,
  kind: 'given',
  note: null,
  link: null,
  restsOn: { decision: 'local' },
  at: now,
  by: 'Devi',
  version: 1,
  ...change,
});

const proof: EvidenceFile = {
  id: 'a',
  taskId: 'first',
  name: 'a.txt',
  type: 'text/plain',
  size: 1,
  sha256: 'f'.repeat(64),
  version: 1,
  at: now,
  by: 'Devi',
};

const words = (...given: Attestation[]) => new Map(given.map((one) => [one.taskId, one]));
const both = words(word('first'), word('second'));

const facts = (change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now,
  digest: (text) => `digest of ${text}`,
  decision: { surfaces: 'local', version: 1 },
  attestations: both,
  ...change,
});

const mara: Signer = { name: 'Mara', appRole: 'workspace_owner', held: ['workspace'] };
const jonas: Signer = { name: 'Jonas', appRole: 'governance_owner', held: ['governance'] };

function stepOf(given: RolloutFacts): StepProgress {
  const [step] = rolloutProgress(given).steps;
  if (!step) throw new Error('There is no step.');
  return step;
}

const sign = (given = facts(), signer = mara) => signStep(stepOf(given), { signer, note: null }, given);

function signed(): SignOff {
  const signature = sign();
  if (!signature.ok) throw new Error(signature.error.code);
  return signature.value;
}

const after = (change: Partial<RolloutFacts>, signature = signed()) =>
  stepOf(facts({ signOffs: new Map([[0, signature]]), ...change })).signOff;

describe('a signature', () => {
  test('covers every task that applies, and nothing else, under one hash', () => {
    const signature = signed();

    expect(signature.content.tasks.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(signature).toMatchObject({ step: 0, kind: 'signed', by: 'Mara', at: now, version: 1 });
    expect(signature.hash).toMatch(/^digest of /);
    expect(signature.hash).toBe(signed().hash);
  });

  test('stands while everything is as it was signed', () => {
    expect(after({}).state).toBe('signed');
    expect(stepOf(facts()).signOff).toEqual({ state: 'unsigned', version: 0 });
  });

  test.each<[string, Partial<RolloutFacts>, string]>([
    [
      'a word is taken back',
      { attestations: words(word('first'), word('second', { kind: 'withdrawn' })) },
      '“Title of second” is to do now.',
    ],
    [
      'a word is given anew',
      { attestations: words(word('first'), word('second', { at: new Date(0), version: 2 })) },
      'What “Title of second” rests on has changed.',
    ],
    ['a proof file is added', { evidence: [proof] }, 'What “Title of first” rests on has changed.'],
    [
      'another task comes in',
      { guide: guideOf({ 0: [byWord('first'), byWord('second'), byWord('third')] }) },
      '“Title of third” has come in since.',
    ],
    ['a task is gone', { guide: guideOf({ 0: [byWord('first')] }) }, '“Title of second” no longer applies.'],
    [
      'the guide is another',
      { guide: { ...guide, version: '2026-10' } },
      'It was signed for the guide of 2026-03.',
    ],
  ])('is void when %s, and says why', (_, change, reason) => {
    expect(after(change)).toMatchObject({ state: 'void', version: 1, reasons: [reason] });
  });

  test('is void when what a word rests on changes, for each task, and stands again when that changes back', () => {
    expect(after({ decision: { surfaces: 'both', version: 2 } })).toMatchObject({
      state: 'void',
      reasons: [
        '“Title of first” is stale now.',
        '“Title of second” is stale now.',
        '“Title of cloud only” has come in since.',
      ],
    });
    expect(after({ decision: { surfaces: 'local', version: 3 } }).state).toBe('signed');
  });

  test('stands whatever the order of the proof files', () => {
    const other = { ...proof, id: 'b', name: 'b.txt' };
    const signature = sign(facts({ evidence: [proof, other] }));

    expect(signature.ok && after({ evidence: [other, proof] }, signature.value).state).toBe('signed');
  });
});

describe('signing', () => {
  test('is for whoever holds the step’s duty, and the workspace owner', () => {
    expect(maySign(mara, 'governance')).toBe(true);
    expect(maySign(jonas, 'governance')).toBe(true);
    expect(sign(facts(), jonas)).toMatchObject({
      error: { code: 'not_your_duty', duty: 'workspace', message: 'The Workspace owner signs this step.' },
    });
  });

  test('is refused while a task is open, which is named', () => {
    expect(sign(facts({ attestations: words(word('second')) }))).toMatchObject({
      error: {
        code: 'tasks_open',
        message: '1 task is not done yet.',
        tasks: [{ id: 'first', title: 'Title of first', state: 'todo' }],
      },
    });
  });

  test('is refused while a task is stale', () => {
    const stale = words(word('first', { restsOn: { decision: 'cloud' } }), word('second'));

    expect(sign(facts({ attestations: stale }))).toMatchObject({
      error: { code: 'tasks_open', tasks: [{ id: 'first', state: 'stale' }] },
    });
  });

  test('is refused where nothing applies', () => {
    const outside = facts({ guide: guideOf({ 0: [byWord('cloud only', 'cloud')] }) });

    expect(sign(outside)).toMatchObject({ error: { code: 'nothing_applies' } });
  });

  test('again counts on from the version before', () => {
    const given = facts({ signOffs: new Map([[0, { ...signed(), version: 4 }]]) });

    expect(sign(given)).toMatchObject({ ok: true, value: { version: 5 } });
  });
});

describe('taking a signature back', () => {
  const back = (change: Partial<RolloutFacts>, signer = mara) => {
    const given = facts(change);
    return withdrawSignOff(stepOf(given), signer, given);
  };
  const standing = { signOffs: new Map([[0, signed()]]) };

  test('leaves the step unsigned, and what was signed in the record', () => {
    const result = back(standing);

    expect(result).toMatchObject({ ok: true, value: { kind: 'withdrawn', version: 2, hash: signed().hash } });
    expect(result.ok && after({}, result.value)).toEqual({ state: 'unsigned', version: 2 });
  });

  test('is possible for a void one', () => {
    expect(back({ ...standing, attestations: words() }).ok).toBe(true);
  });

  test('is refused where none stands, and for another duty', () => {
    expect(back({})).toMatchObject({ error: { code: 'not_signed' } });
    expect(back(standing, jonas)).toMatchObject({ error: { code: 'not_your_duty', duty: 'workspace' } });
  });
});
