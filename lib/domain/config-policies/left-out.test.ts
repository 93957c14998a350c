import { expect, test } from 'vitest';
import { leftOut } from './left-out';

const base =
  'allowed_sandbox_modes = ["read-only"]\nallow_remote_control = false\n[features]\napps = false\n';

test('a policy that says nothing frees its people from everything, and that is told', () => {
  expect(leftOut('# nothing yet\n', base)).toMatchObject({
    id: 'leaves_out',
    severity: 'warning',
    message:
      'It requires nothing, and takes the place of requirements.toml: its people are free in allowed_sandbox_modes, allow_remote_control, features.',
  });
});
test('keys that only requirements.toml speaks of are told, and the first six are named', () => {
  expect(leftOut('allowed_sandbox_modes = []\n[features]\n', base)?.message).toMatch(
    /^It leaves out what others are held to, .*: its people are free in allow_remote_control\.$/,
  );
  const long = 'abcdefgh'.replaceAll(/./g, (key) => `${key} = 1\n`);
  expect(leftOut('a = 2\n', long)?.message).toMatch(/free in b, c, d, e, f, g, 1 more\.$/);
});
test('nothing is told of a policy that speaks of everything, or where a text cannot be read', () => {
  expect(leftOut(base, base)).toBeNull();
  expect(leftOut('a = [', base)).toBeNull();
  expect(leftOut('', 'a = [')).toBeNull();
});
