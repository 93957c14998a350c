// How many tests passed, failed and were skipped: from the reporters' own files.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** No test at all. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** What a stage that failed before its tests counts as. */
export const oneFailure = { passed: 0, failed: 1, skipped: 0 };

/** @param {string} file @returns {any} */
const readReport = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * What vitest counted. Test files that could not even be loaded count as failed tests.
 * @param {any} report its JSON reporter's object
 * @returns {Tally}
 */
export function tallyOfVitest(report) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults ?? [];
  const unloadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What Playwright counted. Errors outside any test count as failed tests.
 * @param {any} report its JSON reporter's object
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The tally in a report's file. A run that failed, or wrote no report, has at least one failure.
 * @param {string} file
 * @param {(report: any) => Tally} read
 * @param {number} exitCode of the run
 * @returns {Tally}
 */
export function tallyOfRun(file, read, exitCode) {
  const report = readReport(file);
  if (!report) return oneFailure;
  const tally = read(report);
  return { ...tally, failed: exitCode === 0 ? tally.failed : Math.max(tally.failed, 1) };
}

/**
 * Adds tallies up.
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) =>
  tallies.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    nothing,
  );

/**
 * The last line of a test run.
 * @param {Tally} tally
 */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
