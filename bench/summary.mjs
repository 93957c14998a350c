// What the samples say: one line for each page and number of connections, and whether the goals are met.
import { connectionCounts } from './measure.mjs';
import { ratioOf, spread } from './statistics.mjs';

/** @typedef {import('./measure.mjs').Sample} Sample */
/** @typedef {ReturnType<typeof spread>} Spread */
/** @typedef {{ page: string, html: number, js: number, css: number }} FirstLoad bytes after gzip */

/** Fewer rounds than this are a trial, not a result. */
export const roundsOfAResult = 7;

const bounds = { perSecondAt16: 0.6, p50At1: 1.5, jsOverFloor: 60_000, css: 20_000 };

/**
 * One line for each page and number of connections; `ratio` compares with the floor in the same rounds.
 * @param {Sample[]} samples
 */
export function linesOf(samples) {
  const at = (/** @type {string} */ page, /** @type {number} */ connections) =>
    samples.filter((sample) => sample.page === page && sample.connections === connections);
  const pages = [...new Set(samples.map(({ page }) => page))];
  return connectionCounts.flatMap((connections) =>
    pages.map((page) => {
      const [own, floor] = [at(page, connections), at('floor', connections)];
      const each = (/** @type {'perSecond' | 'p50' | 'p99'} */ key) => own.map((sample) => sample[key]);
      const base = (/** @type {'perSecond' | 'p50' | 'p99'} */ key) => floor.map((sample) => sample[key]);
      const cpu = own.map(({ cpuMs }) => cpuMs).filter((ms) => ms !== null);
      return {
        page,
        connections,
        perSecond: spread(each('perSecond')),
        p50: spread(each('p50')),
        p99: spread(each('p99')),
        cpuMs: cpu.length > 0 ? spread(cpu) : null,
        errors: own.flatMap(({ errors }) => Object.values(errors)).reduce((sum, count) => sum + count, 0),
        ratio: {
          perSecond: ratioOf(each('perSecond'), base('perSecond')),
          p50: ratioOf(each('p50'), base('p50')),
        },
      };
    }),
  );
}

/** @typedef {ReturnType<typeof linesOf>[number]} Line */

/**
 * The goals, each with what was measured.
 * @param {Line[]} lines
 * @param {FirstLoad[]} firstLoads
 */
export function goalsOf(lines, firstLoads) {
  const floorJs = firstLoads.find(({ page }) => page === 'floor')?.js ?? 0;
  const own = firstLoads.filter(({ page }) => page !== 'floor');
  const speed = own.flatMap(({ page }) => {
    const line = (/** @type {number} */ connections) =>
      lines.find((each) => each.page === page && each.connections === connections)?.ratio;
    const perSecond = line(16)?.perSecond.median ?? NaN;
    const p50 = line(1)?.p50.median ?? NaN;
    return [
      {
        goal: `${page}: requests/s at 16 connections ≥ ${bounds.perSecondAt16} × floor`,
        measured: `${perSecond.toFixed(2)} ×`,
        met: perSecond >= bounds.perSecondAt16,
      },
      {
        goal: `${page}: median at 1 connection ≤ ${bounds.p50At1} × floor`,
        measured: `${p50.toFixed(2)} ×`,
        met: p50 <= bounds.p50At1,
      },
    ];
  });
  const weight = own.flatMap(({ page, js, css }) => [
    {
      goal: `${page}: first-load JavaScript ≤ floor + ${bounds.jsOverFloor / 1000} KB`,
      measured: `floor + ${((js - floorJs) / 1000).toFixed(1)} KB`,
      met: js - floorJs <= bounds.jsOverFloor,
    },
    {
      goal: `${page}: CSS ≤ ${bounds.css / 1000} KB`,
      measured: `${(css / 1000).toFixed(1)} KB`,
      met: css <= bounds.css,
    },
  ]);
  return [...speed, ...weight];
}

/** @typedef {ReturnType<typeof goalsOf>[number]} Goal */
