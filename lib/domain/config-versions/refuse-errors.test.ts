import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/config-check/finding';
import { refuseErrors } from './refuse-errors';

const finding = (line: number, severity: Finding['severity'] = 'error'): Finding => ({
  ...{ id: 'unknown_key', severity, line, column: 1, key: null, message: `It is wrong ${String(line)}.` },
  fix: null,
});
const none = { requirements: [], 'managed-defaults': [], team: [] };

test('errors are told by file or policy and line; warnings stop nothing', () => {
  const policies = [
    { name: 'Platform', findings: [finding(3), finding(4, 'warning'), finding(5)] },
    { name: 'Pilots', findings: [finding(1)] },
  ];

  expect(refuseErrors({ texts: { ...none, team: [finding(2)] }, policies })).toMatchObject({
    error: {
      code: 'errors_left',
      message:
        'Mend the errors first. config.toml, line 2: It is wrong 2. Policy “Platform”, line 3: It is wrong 3. Policy “Platform”, line 5: It is wrong 5. Policy “Pilots”, line 1: It is wrong 1.',
    },
  });
  expect(refuseErrors({ texts: none, policies: [{ name: 'A', findings: [finding(1, 'warning')] }] }).ok).toBe(
    true,
  );
});

test('of many errors the first eight are told, and how many more there are', () => {
  const findings = Array.from({ length: 10 }, (_, at) => finding(at + 1));
  const refused = refuseErrors({ texts: none, policies: [{ name: 'A', findings }] });

  expect(refused).toMatchObject({ error: { message: expect.stringMatching(/line 8: .* And 2 more\.$/) } });
});
