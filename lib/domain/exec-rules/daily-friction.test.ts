import { describe, expect, test } from 'vitest';
import { everydayCommands } from '#lib/catalog/everyday-commands';
import { checkLine } from './check-line';
import { changedCommands, dailyFriction, frictionOfAll, judgeCommands } from './daily-friction';
import { readRules } from './read-rules';
import { shellWords } from './shell-words';

const rules = readRules(`prefix_rule(["git"], "allow")
prefix_rule(["git", "push"], "prompt")
prefix_rule(["rm"], "forbidden")
prefix_rule(["bash"], "prompt", justification = "Not split.")`);

describe('a line for a shell', () => {
  test.each([
    ['git status', 'allow', true],
    ['/usr/bin/git status', 'allow', true],
    ['git status && git push', 'prompt', true],
    ['git push; rm x', 'forbidden', true],
    ['git status | less', null, true],
    ['less x', null, true],
    ['git status > x', 'prompt', false],
    ['rm $X', 'prompt', false],
  ])('%s: %s', (line, decision, isSplit) => {
    expect(checkLine(rules, line)).toMatchObject({ decision, isSplit });
  });

  test('names the command that each decision is about', () => {
    expect(checkLine(rules, 'git status && rm x').commands).toMatchObject([
      { argv: ['git', 'status'], decision: 'allow' },
      { argv: ['rm', 'x'], decision: 'forbidden', matched: [{ line: 3 }] },
    ]);
  });
});

describe('daily friction', () => {
  const commands = [
    { category: 'Git', line: 'git status' },
    { category: 'Files', line: 'rm x' },
    { category: 'Git', line: 'git push' },
    { category: 'Files', line: 'ls' },
    { category: 'Git', line: 'git log' },
  ];

  test('counts what becomes of the commands of each category', () => {
    const rows = dailyFriction(judgeCommands(rules, commands));

    expect(rows).toEqual([
      { category: 'Git', total: 3, counts: { allow: 2, prompt: 1, forbidden: 0, none: 0 } },
      { category: 'Files', total: 2, counts: { allow: 0, prompt: 0, forbidden: 1, none: 1 } },
    ]);
    expect(frictionOfAll(rows, 'All')).toEqual({
      category: 'All',
      total: 5,
      counts: { allow: 2, prompt: 1, forbidden: 1, none: 1 },
    });
  });

  test('names the commands that a change decides otherwise', () => {
    const others = readRules('prefix_rule(["git"], "prompt")');

    expect(changedCommands(judgeCommands(rules, commands), judgeCommands(others, commands))).toEqual([
      { category: 'Git', line: 'git status', before: 'allow', after: 'prompt' },
      { category: 'Files', line: 'rm x', before: 'forbidden', after: 'none' },
      { category: 'Git', line: 'git log', before: 'allow', after: 'prompt' },
    ]);
  });
});

describe('the everyday commands', () => {
  test('are some hundred, each once, and lines that a shell takes', () => {
    const lines = everydayCommands.map(({ line }) => line);

    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => shellWords(line) === null)).toEqual([]);
  });

  test('are split by clients, most of them', () => {
    const none = readRules('');
    const whole = everydayCommands.filter(({ line }) => !checkLine(none, line).isSplit);

    expect(whole.length).toBeLessThan(everydayCommands.length / 20);
  });
});
