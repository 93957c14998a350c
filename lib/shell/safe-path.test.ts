import { expect, test } from 'vitest';
import { safePath } from './safe-path';

test.each([
  ['/acme/rollout/toggles?toggle=codex.cloud#x', '/acme/rollout/toggles?toggle=codex.cloud#x'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/\tx', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('%s leads to %s', (to, expected) => {
  expect(safePath(to)).toBe(expected);
});
