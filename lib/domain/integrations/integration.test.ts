import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { noEnvironments } from '#lib/domain/environments/environment-facts';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { neverWritten } from '#lib/domain/settings/setting';
import { neverSetUp, setIntegration, type RecordedIntegration } from './integration';
import { integrationStanding } from './integration-standing';

const now = new Date('2026-11-23T10:00:00Z');
const said = { at: now, by: 'Devi' };
const setUp: RecordedIntegration = {
  ...neverSetUp('slack'),
  state: 'set_up',
  owner: 'Sam',
  version: 1,
  ...said,
};

function factsOf(integration: RecordedIntegration, more: Partial<RolloutFacts> = {}): RolloutFacts {
  return {
    ...nothingStored,
    guide,
    now,
    digest: (text) => text,
    integrations: new Map([[integration.key, integration]]),
    ...more,
  };
}

const wish = (key: string, wanted: boolean) => [key, { ...neverWritten(key), wanted, version: 1 }] as const;
const ready = {
  settings: new Map([wish('codex.cloud', true), wish('codex.slack_answers', false)]),
  environments: { ...noEnvironments, total: 1 },
};

describe('setIntegration', () => {
  test('one that is set up needs an owner, one that is left out a reason', () => {
    const words = { owner: null, link: null, note: null };

    expect(setIntegration(neverSetUp('slack'), { ...words, state: 'set_up' }, said)).toMatchObject({
      error: { code: 'owner_missing', fields: { owner: ['Name who looks after it.'] } },
    });
    expect(setIntegration(neverSetUp('slack'), { ...words, state: 'left_out' }, said)).toMatchObject({
      error: { code: 'reason_missing', fields: { note: ['Write why it is left out.'] } },
    });
  });

  test('the same words again change nothing, also not who said them', () => {
    const again = setIntegration(setUp, setUp, { at: new Date(), by: 'Somebody else' });

    expect(again.ok && again.value).toBe(setUp);
  });
});

describe('integrationStanding', () => {
  test('it is to do until somebody says where it stands', () => {
    expect(integrationStanding('slack', factsOf(neverSetUp('slack')))).toMatchObject({
      state: 'todo',
      content: null,
    });
  });

  test('left out on purpose is done, whatever it would need', () => {
    const facts = factsOf({ ...setUp, state: 'left_out', note: 'Not used' });

    expect(integrationStanding('slack', facts)).toMatchObject({ state: 'done' });
  });

  test('set up with all it needs is done: a toggle decided off is decided', () => {
    expect(integrationStanding('slack', factsOf(setUp, ready))).toMatchObject({
      state: 'done',
      reason: null,
    });
  });

  test.each([
    [
      'a toggle it needs',
      { settings: new Map([wish('codex.slack_answers', true)]) },
      /“Allow members to use Codex cloud”, which is not wanted on/,
    ],
    [
      'a decision about a toggle',
      { settings: new Map([wish('codex.cloud', true)]) },
      /Nobody has decided about “Enable Codex Slack app/,
    ],
    ['an environment', { environments: noEnvironments }, /needs an environment/],
  ])('set up without %s is in progress, and says so', (_, missing, reason) => {
    expect(integrationStanding('slack', factsOf(setUp, { ...ready, ...missing }))).toMatchObject({
      state: 'in_progress',
      reason: expect.stringMatching(reason) as string,
    });
  });

  test('who said it, and when, is part of what a signature covers', () => {
    const facts = factsOf({ ...setUp, by: 'Mara' }, ready);

    expect(integrationStanding('slack', facts).content).not.toEqual(
      integrationStanding('slack', factsOf(setUp, ready)).content,
    );
  });
});
