import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lastLine, sum, tallyOfPlaywright, tallyOfRun, tallyOfVitest } from './tally.mjs';

const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-tally-')), 'report.json');
const vitest = {
  numPassedTests: 4,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('tally', () => {
  test('a test file that cannot be loaded counts as a failed test', () => {
    const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] };

    expect(tallyOfVitest(vitest)).toEqual({ passed: 4, failed: 1, skipped: 2 });
    expect(tallyOfVitest(broken).failed).toBe(2);
  });

  test('an error outside any browser test counts as a failed test', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };

    expect(tallyOfPlaywright({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 3, skipped: 1 });
  });

  test('a run that failed has a failure, whatever its report says', () => {
    fs.writeFileSync(file, JSON.stringify({ ...vitest, numFailedTests: 0 }));

    expect(tallyOfRun(file, tallyOfVitest, 1).failed).toBe(1);
    expect(tallyOfRun(file, tallyOfVitest, 0).failed).toBe(0);
    expect(tallyOfRun('/nowhere', tallyOfVitest, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('a run that ended well without a report is a failure', () => {
    expect(tallyOfRun('/nowhere', tallyOfVitest, 0).failed).toBe(1);
  });

  test('the last line adds up, and names skipped tests only where there are any', () => {
    const one = { passed: 1, failed: 2, skipped: 0 };

    expect(lastLine(sum([one, one]))).toBe('2 passed, 4 failed');
    expect(lastLine(sum([one, { ...one, skipped: 3 }]))).toBe('2 passed, 4 failed, 3 skipped');
  });
});
