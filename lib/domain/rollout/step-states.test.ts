import { expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import type { TaskDefinition } from './task';
import type { StepProgress } from './progress';
import { stepStates } from './step-states';
import type { TaskState } from './task-state';

const [step] = guide.steps;
const signOff = { state: 'unsigned', version: 0 } as const;

function stepOf(...states: TaskState[]): StepProgress {
  const tasks = states.map((state) => ({
    // safe because the states of a step do not depend on what its tasks are
    task: {} as TaskDefinition,
    state,
    reason: null,
    owner: { duty: 'workspace', name: null } as const,
    version: 0,
    finding: false,
    waitingUntil: null,
    blockedBy: null,
    toggle: null,
    content: null,
  }));
  const applicable = states.filter((state) => state !== 'not_applicable').length;
  const done = states.filter((state) => state === 'done').length;
  if (!step) throw new Error('The guide has no steps.');
  return { step, tasks, done, applicable, complete: applicable > 0 && done === applicable, signOff };
}

test('the two states that need somebody most are told, with their counts', () => {
  expect(stepStates(stepOf('todo', 'waiting', 'done', 'blocked', 'todo', 'waiting'))).toEqual([
    { state: 'blocked', count: 1 },
    { state: 'waiting', count: 2 },
  ]);
});

test('a complete step is done, and what does not apply is not counted', () => {
  expect(stepStates(stepOf('done', 'not_applicable', 'done'))).toEqual([{ state: 'done', count: 2 }]);
});

test('a step of which nothing applies is not applicable', () => {
  expect(stepStates(stepOf('not_applicable', 'not_applicable'))).toEqual([
    { state: 'not_applicable', count: 2 },
  ]);
});
