import { describe, expect, test } from 'vitest';
import { taskPath } from './task-path';

describe('taskPath', () => {
  test('a task is found on the page of its step', () => {
    expect(taskPath('acme', 'decision')).toBe('/acme/rollout/owners-and-decision#task-decision');
  });

  test('a toggle is opened beside its row', () => {
    expect(taskPath('acme', 'toggle.codex.internet_access')).toBe(
      '/acme/rollout/toggles?toggle=codex.internet_access#task-toggle-codex-internet_access',
    );
  });

  test('a task the guide no longer has leads to the overview', () => {
    expect(taskPath('acme', 'toggle.codex.retired')).toBe('/acme');
  });
});
