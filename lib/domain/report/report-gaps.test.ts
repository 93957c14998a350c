import { expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { acceptRisk } from '#lib/domain/acceptances/accept-risk';
import type { Acceptance } from '#lib/domain/acceptances/acceptance';
import type { AuthenticationReview } from '#lib/domain/authentication/authentication';
import { noEgress } from '#lib/domain/egress/egress';
import { basisOf } from '#lib/domain/rollout/basis';
import { nothingStored } from '#lib/domain/rollout/facts';
import { rolloutRisks } from '#lib/domain/rollout/risks';
import { resultKey, type CheckResult } from '#lib/domain/validation/check';
import { itemStatuses } from '#lib/domain/validation/check-status';
import { recordCheck } from '#lib/domain/validation/record-check';
import { factsOf, now, reportOf } from '#test/report';
import { statusSentence } from './report-words';

const drifted = {
  ...noEgress,
  allowList: { version: 1, list: { count: 1, digest: 'a' } },
  publication: { count: 3, digest: 'b', publishedAt: null, readAt: now },
  drift: { missing: 2, surplus: 0 },
};
const contradicting: AuthenticationReview = {
  answers: { local: ['chatgpt'], chatgpt: ['password'], mfa: 'nobody', restriction: 'none' },
  version: 1,
};
const differing = new Map([differingOn('validate.local_sign_in')]);

/** The first item of a check, found to differ. */
function differingOn(taskId: string): [string, CheckResult] {
  const facts = factsOf();
  const task = guide.steps.flatMap((step) => step.tasks).find(({ id }) => id === taskId);
  if (task?.decidedBy.kind !== 'check') throw new Error(`No check ${taskId}`);
  const [item] = itemStatuses(taskId, task.decidedBy.check, facts);
  if (!item) throw new Error(`Nothing to look at in ${taskId}`);
  const answer = {
    outcome: 'differs',
    observed: 'Refused.',
    permissions: null,
    note: null,
    link: null,
  } as const;
  const result = recordCheck(item.planned, answer, { taskId, at: now, by: 'Devi', version: 1 });
  if (!result.ok) throw new Error(result.error.message);
  return [resultKey(taskId, item.planned.item), result.value];
}

test.each([
  ['a check that differs', '6.1', 'Found to differ: Linux.', { checkResults: differing }],
  ['egress ranges that drifted', '4.3', '2 ranges missing.', { egress: drifted }],
  [
    'sign-in that contradicts a rule',
    '0.3',
    'until MFA is on for their account',
    { authentication: contradicting },
  ],
])('a report names %s as a finding, which stands among the risks too', (_, row, reason, stored) => {
  const { report, progress } = reportOf(stored);

  const found = { kind: 'finding', reason: expect.stringContaining(reason) as string };
  expect(report.gaps[0]).toMatchObject({ ...found, row });
  expect(rolloutRisks(progress)).toMatchObject([{ ...found, row }]);
  const words = statusSentence(report).map((part) => part.words);
  expect(words).toContain('One thing needs somebody now: ');
});

test('a report names a grave finding about access at its task, until it is accepted', () => {
  const access = {
    ...nothingStored.access,
    defaults: { permissions: { 'gpts.use': true }, version: 1 },
    roles: [{ id: 'r1', name: 'Users', permissions: { 'codex.local': true }, version: 1 }],
    profiles: [{ roleIds: ['r1'], people: 36, groupIds: [] }],
  };
  const gaps = (acceptances = new Map<string, Acceptance>()) =>
    reportOf({ access, acceptances }).report.gaps.filter(({ kind }) => kind === 'finding');
  const word = { acceptor: { name: 'Priya', held: ['governance' as const] }, reason: 'Known.' };
  const given = acceptRisk('access.lost_defaults', { ...word, endsOn: '2099-12-31' }, factsOf({ access }));
  if (!given.ok) throw new Error(given.error.code);

  expect(gaps()).toMatchObject([{ row: '2.5', title: expect.stringContaining('36 people left') }]);
  expect(gaps(new Map([[given.value.subject, given.value]]))).toEqual([]);
});

test('a report counts an accepted risk only while its acceptance stands', () => {
  const word = { kind: 'given', reason: 'Known.', at: now, by: 'Jonas', endsOn: null, version: 1 } as const;
  const restsOn = basisOf(guide.acceptances['internet_access.risk']?.restsOn ?? [], factsOf());
  const given = { subject: 'internet_access.risk', ...word, restsOn };
  const accepted = (acceptance: Acceptance) =>
    reportOf({ acceptances: new Map([[given.subject, acceptance]]) }).report.proofs.accepted;

  expect(accepted(given)).toBe(1);
  expect(accepted({ ...given, endsOn: '2026-11-19' })).toBe(1);
  expect(accepted({ ...given, endsOn: '2026-11-18' })).toBe(0);
  expect(accepted({ ...given, kind: 'withdrawn' })).toBe(0);
  expect(accepted({ ...given, restsOn: { other: 'value' } })).toBe(0);
});
