import { describe, expect, test } from 'vitest';
import { presets } from '#lib/domain/config/presets';
import { neverWritten, type Setting } from '#lib/domain/settings/setting';
import { smallGuide } from '#test/small-guide';
import { basisChanges, basisOf, partName, partWords, type BasisPart } from './basis';
import { nothingStored, type RolloutFacts } from './facts';

const facts = (change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide: smallGuide,
  now: new Date('2026-11-18T10:40:00Z'),
  digest: (text) => `digest of ${text}`,
  ...change,
});

const local: Setting = { ...neverWritten('codex.local'), wanted: true, version: 1 };
const withLocal = (change: Partial<Setting> = {}) =>
  facts({ settings: new Map([[local.key, { ...local, ...change }]]) });

const guidePart: BasisPart = { kind: 'guide' };
const decisionPart: BasisPart = { kind: 'decision' };
const wantedPart: BasisPart = { kind: 'wanted', key: 'codex.local' };
const configurationPart: BasisPart = { kind: 'configuration' };
const decided = facts({ decision: { surfaces: 'both', version: 1 } });
const configured = facts({ configuration: { version: 1, decisions: presets.strict } });

describe('what a word rests on', () => {
  test('is kept under the name of each part', () => {
    const parts = [guidePart, decisionPart, wantedPart, configurationPart];

    expect(Object.keys(basisOf(parts, facts()))).toEqual(parts.map(partName));
    expect(basisOf(parts, facts())).toMatchObject({
      guide: '2026-03',
      decision: 'undecided',
      'wanted:codex.local': 'open',
    });
  });

  test('is a hash where the value is long, which differs with the content and not with the version', () => {
    const before = basisOf([configurationPart], configured);
    const sameAgain = facts({ configuration: { version: 3, decisions: presets.strict } });
    const another = facts({ configuration: { version: 1, decisions: presets.flexible } });

    expect(basisOf([configurationPart], sameAgain)).toEqual(before);
    expect(basisOf([configurationPart], another)).not.toEqual(before);
  });

  test.each([
    [guidePart, facts(), 'The guide of 2026-03'],
    [decisionPart, facts(), 'The rollout decision: open'],
    [decisionPart, decided, 'The rollout decision: local and cloud'],
    [wantedPart, withLocal(), 'What is wanted of Allow members to use Codex Local: on'],
    [configurationPart, facts(), 'The configuration: not chosen yet'],
    [configurationPart, configured, 'The content of the configuration files'],
  ])('%o has words for a list', (part, now, words) => {
    expect(partWords(part, now)).toBe(words);
  });
});

describe('what has changed', () => {
  test.each([
    [
      'the guide',
      guidePart,
      facts(),
      facts({ guide: { ...smallGuide, version: '2026-10' } }),
      'The guide is now of 2026-10.',
    ],
    ['the decision', decisionPart, facts(), decided, 'The rollout decision is now local and cloud.'],
    [
      'a wish',
      wantedPart,
      withLocal(),
      withLocal({ wanted: false, version: 2 }),
      'Allow members to use Codex Local is now wanted off.',
    ],
    ['the configuration', configurationPart, facts(), configured, 'The configuration has changed since.'],
  ])('is told of %s in a sentence', (...[, part, before, after, sentence]) => {
    expect(basisChanges([part], basisOf([part], before), after)).toEqual([sentence]);
    expect(basisChanges([part], basisOf([part], before), before)).toEqual([]);
  });

  test('is only what the word rests on', () => {
    expect(basisChanges([guidePart], basisOf([guidePart], facts()), decided)).toEqual([]);
  });

  test('is nothing once a wish is what it was', () => {
    const before = basisOf([wantedPart], withLocal());

    expect(basisChanges([wantedPart], before, withLocal({ version: 5 }))).toEqual([]);
  });

  test('is told of a part that the word was not given for', () => {
    expect(basisChanges([decisionPart], {}, decided)).toEqual([
      'The rollout decision is now local and cloud.',
    ]);
  });
});
