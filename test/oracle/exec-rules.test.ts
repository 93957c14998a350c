import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '#lib/domain/exec-rules/check-command';
import { readRules } from '#lib/domain/exec-rules/read-rules';
import { randomOf, type Random } from '#test/random';
import { clientRequired } from './client';
import { inTurns, whyNoPolicy, withPolicy, type Asked, type PolicyAnswer } from './exec-policy';
import { randomRules, type RandomRules } from './random-rules';

const isFull = process.env.SLIPWAY_TEST_FULL === '1';
const pairs = isFull ? 6000 : 300;
const brokenFiles = isFull ? 3000 : 100;
const commandsOfAFile = 10;

const excuse = await whyNoPolicy();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;

test.runIf(clientRequired)('rules can be checked by the real client, as REQUIRE_CODEX=1 demands', () => {
  expect(excuse, excuse ?? '').toBeNull();
});

/** What we say of a command, as the client would say it. */
function ours(rules: string, { argv, isResolved }: Asked, folder: string): PolicyAnswer {
  const read = readRules(rules);
  if (read.notSimulated.length > 0) throw new Error(`not simulated: ${JSON.stringify(read.notSimulated)}`);
  const [fault] = read.faults;
  if (fault) return { refused: fault.message };
  const options = isResolved ? { resolveIn: { working: folder, home: folder } } : {};
  const { decision, matched } = checkCommand(read, argv, options);
  return { decision, matched: matched.map(({ line, ...match }) => match) };
}

/** The client looks rules with other capitals up in an order that changes from call to call. */
const inOneOrder = (answer: PolicyAnswer): unknown =>
  'refused' in answer
    ? answer
    : { ...answer, matched: answer.matched.map((one) => JSON.stringify(one)).sort() };

type Compared = { rules: string; command: Asked; ours: unknown; client: unknown; isDecided: boolean };

/** What the two say about commands under one file. */
function compare({ text: rules, commands }: RandomRules): Promise<Compared[]> {
  const arrange = rules.includes('canonical_matching') ? inOneOrder : (answer: PolicyAnswer) => answer;
  return withPolicy(rules, async ({ folder, ask }) => {
    const theirs = await ask(commands);
    return theirs.flatMap((answer, index) => {
      const command = commands[index];
      if (!command) return [];
      const isDecided = 'decision' in answer && answer.decision !== null;
      return [
        { rules, command, ours: arrange(ours(rules, command, folder)), client: arrange(answer), isDecided },
      ];
    });
  });
}

const marks = [
  ...'()[],="\'\\#;:.+\n \t',
  'x',
  '0',
  '1.5',
  '[]',
  '""',
  'None',
  'True',
  ' "b"',
  ',,',
  'decision=',
  'é',
];

/** A file with something taken away, put in or doubled at one place. */
function spoiled(random: Random): string {
  const { text } = randomRules(random, 0);
  const at = random.below(text.length);
  const end = at + 1 + random.below(3);
  const put = random.pick(['', random.pick(marks), random.pick(marks), text.slice(at, end).repeat(2)]);
  return text.slice(0, at) + put + text.slice(random.chance(0.5) ? at : end);
}

describe.skipIf(excuse !== null)(`${client} and rules that are evaluated here`, () => {
  test(`decide the same on ${pairs} commands`, { timeout: 900_000 }, async () => {
    const seeds = Array.from({ length: pairs / commandsOfAFile }, (_, index) => index + 1);
    const compared = await inTurns(seeds, (seed) => compare(randomRules(randomOf(seed), commandsOfAFile)));
    const all = compared.flat();

    expect(all.filter(({ ours: we, client: they }) => !isDeepStrictEqual(we, they))).toEqual([]);
    expect(all).toHaveLength(pairs);
    expect(all.filter(({ isDecided }) => isDecided).length).toBeGreaterThan(pairs / 3);
  });

  test(`refuse the same of ${brokenFiles} broken files`, { timeout: 900_000 }, async () => {
    const texts = Array.from({ length: brokenFiles }, (_, index) => spoiled(randomOf(10_000 + index)));
    const told = await inTurns(texts, async (text) => {
      const { faults, notSimulated } = readRules(text);
      const [answer] = await withPolicy(text, ({ ask }) => ask([{ argv: ['git'], isResolved: false }]));
      const isRefused = answer !== undefined && 'refused' in answer;
      const isKnown = faults.length > 0 || notSimulated.length === 0;
      return { text, isRefused, isKnown, isSame: !isKnown || faults.length > 0 === isRefused };
    });

    expect(told.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(told.filter(({ isKnown, isRefused }) => isKnown && isRefused).length).toBeGreaterThan(
      brokenFiles / 4,
    );
  });
});
