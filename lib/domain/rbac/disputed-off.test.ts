import { expect, test } from 'vitest';
import { disputedOffs } from './disputed-off';

const on = { id: 'on', permissions: { 'codex.cloud': true } };
const off = { id: 'off', permissions: { 'codex.cloud': false, 'gpts.use': false } };
const silent = { id: 'silent', permissions: {} };
const triState = { model: 'tri-state', defaults: { 'gpts.use': true } } as const;

test('an Off beside an On is disputed, and names the roles that say Off', () => {
  expect(disputedOffs([on, off], { ...triState, defaults: {} })).toEqual([
    { permission: 'codex.cloud', roleIds: ['off'] },
  ]);
});

test('an Off beside a default that another role passes on is disputed too', () => {
  expect(disputedOffs([off, silent], triState)).toEqual([{ permission: 'gpts.use', roleIds: ['off'] }]);
});

test('an Off alone takes away without a dispute, and the guide knows none', () => {
  expect(disputedOffs([off], triState)).toEqual([]);
  expect(disputedOffs([on, off], { ...triState, model: 'guide-2026-03' })).toEqual([]);
});
