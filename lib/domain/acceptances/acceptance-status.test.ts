import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { nobodyYet, type Owner } from '#lib/domain/owners/owner';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import type { Acceptance } from './acceptance';
import { acceptanceContent, acceptanceStatus } from './acceptance-status';
import { dutiesOf } from '#lib/domain/owners/owner';
import { acceptRisk, mayAccept } from './accept-risk';

const subject = 'access.lost_defaults';
const facts = (acceptance?: Acceptance, change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now: new Date('2026-11-18T10:40:00Z'),
  digest: (text) => text,
  acceptances: new Map(acceptance ? [[acceptance.subject, acceptance]] : []),
  ...change,
});

const priya = { name: 'Priya', held: ['governance'] } as const;

function given(endsOn: string): Acceptance {
  const result = acceptRisk(subject, { acceptor: priya, reason: 'Known.', endsOn }, facts());
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('acceptanceStatus', () => {
  test('is none while nobody accepted', () => {
    expect(acceptanceStatus(subject, facts())).toMatchObject({ state: 'none', acceptance: null });
    expect(acceptanceContent(subject, facts())).toBeNull();
  });

  test.each([
    ['2026-11-18T23:59:59Z', 'standing'],
    ['2026-11-19T00:00:00Z', 'ended'],
  ])('with the last day 2026-11-18, at %s it is %s', (now, state) => {
    expect(acceptanceStatus(subject, facts(given('2026-11-18'), { now: new Date(now) })).state).toBe(state);
  });

  test('the last day is a day in the workspace’s zone', () => {
    const now = new Date('2026-11-18T23:30:00Z');

    const status = acceptanceStatus(subject, facts(given('2026-11-18'), { now, timeZone: 'Europe/Berlin' }));

    expect(status).toMatchObject({ state: 'ended', reason: 'Priya accepted it until 2026-11-18.' });
  });

  test('without a last day it stands until what it rests on changes', () => {
    const risk = 'internet_access.risk';
    const acceptance = acceptRisk(risk, { acceptor: priya, reason: 'Known.', endsOn: null }, facts());
    if (!acceptance.ok) throw new Error(acceptance.error.code);
    const now = new Date('2099-01-01T00:00:00Z');

    expect(acceptanceStatus(risk, facts(acceptance.value, { now })).state).toBe('standing');
  });

  test('a finding is not accepted without a last day', () => {
    const result = acceptRisk(subject, { acceptor: priya, reason: 'Known.', endsOn: null }, facts());

    expect(result).toMatchObject({ ok: false, error: { code: 'end_needed' } });
  });

  test('what a signature covers does not depend on the time', () => {
    const later = facts(given('2026-11-18'), { now: new Date('2027-01-01T00:00:00Z') });

    expect(acceptanceContent(subject, later)).toEqual(acceptanceContent(subject, facts(given('2026-11-18'))));
  });
});

test.each([
  ['governance_owner', null, true],
  ['workspace_owner', null, false],
  ['workspace_owner', 'PRIYA@example.com', true],
  ['it_owner', 'devi@example.com', false],
] as const)('%s with the address %s may accept: %s', (appRole, email, may) => {
  const owner: Owner = { ...nobodyYet('governance'), name: 'Priya', email: 'priya@example.com', version: 1 };

  expect(mayAccept({ held: dutiesOf({ appRole, email }, [owner]) })).toBe(may);
});
