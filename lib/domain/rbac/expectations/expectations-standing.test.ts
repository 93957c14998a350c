import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { acceptRisk } from '#lib/domain/acceptances/accept-risk';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { taskStatus } from '#lib/domain/rollout/task-status';
import type { CheckResult } from '#lib/domain/validation/check';
import type { JudgedExpectation } from './expectation-facts';
import { expectationSubject } from './expectations-standing';

const one = (change: Partial<JudgedExpectation>): JudgedExpectation => ({
  ...{ id: 'e1', kind: 'nobody', group: 'g1', groupName: 'Contractors', permission: 'codex.cloud' },
  ...{ people: null, holds: true, count: 0, problem: null },
  ...change,
});
const facts = (list: JudgedExpectation[], change: Partial<RolloutFacts> = {}): RolloutFacts => ({
  ...nothingStored,
  guide,
  now: new Date('2026-11-18T10:40:00Z'),
  digest: (text) => text,
  access: { ...nothingStored.access, profiles: [{ roleIds: [], people: 90, groupIds: [] }] },
  expectations: { list, version: list.length },
  ...change,
});
const tasks = guide.steps.flatMap((step) => step.tasks);
function status(id: string, given: RolloutFacts) {
  const task = tasks.find((found) => found.id === id);
  if (!task) throw new Error(id);
  return taskStatus(task, given);
}
const failing = one({ holds: false, count: 45 });

describe('the task about expectations', () => {
  test('is to do while nobody expects anything, and done because all hold', () => {
    expect(status('roles.expectations', facts([])).state).toBe('todo');
    expect(status('roles.expectations', facts([one({})]))).toMatchObject({ state: 'done' });
  });

  test('names what fails, with the number of people', () => {
    expect(status('roles.expectations', facts([one({ id: 'e0' }), failing]))).toMatchObject({
      state: 'in_progress',
      finding: true,
      reason: '1 expectation fails. No one in Contractors may use Codex cloud: 45 people may.',
    });
  });

  test('is done while the governance owner accepts what fails, until more people break it', () => {
    const acceptor = { name: 'Priya', held: ['governance' as const] };
    const word = { acceptor, reason: 'Until the move.', endsOn: '2026-12-01' };
    const given = acceptRisk(expectationSubject('e1'), word, facts([failing]));
    if (!given.ok) throw new Error(given.error.code);
    const acceptances = new Map([[given.value.subject, given.value]]);

    expect(status('roles.expectations', facts([failing], { acceptances }))).toMatchObject({
      state: 'done',
      reason: '0 of 1 expectations hold, 1 accepted.',
    });
    const more = facts([{ ...failing, count: 46 }], { acceptances });
    expect(status('roles.expectations', more).state).toBe('in_progress');
  });
});

describe('check 6.4', () => {
  test('is decided by the expectations where there are any: nobody has to look', () => {
    expect(status('validate.access', facts([])).state).toBe('todo');
    expect(status('validate.access', facts([one({})])).state).toBe('done');
    expect(status('validate.access', facts([failing]))).toMatchObject({
      state: 'in_progress',
      finding: true,
    });
  });

  test('still counts what somebody saw', () => {
    const item = 'defaults';
    const result: CheckResult = {
      ...{
        taskId: 'validate.access',
        item,
        outcome: 'differs' as const,
        expected: '',
        observed: '',
        note: null,
      },
      ...{ permissions: {}, link: null, at: new Date(), by: 'Devi', version: 1 },
      restsOn: { access: '{"codex.administer":false,"codex.cloud":false,"codex.local":false}' },
    };
    const seen = facts([one({})], { checkResults: new Map([['validate.access/defaults', result]]) });
    expect(status('validate.access', seen)).toMatchObject({ state: 'in_progress', finding: true });
  });
});
