import { describe, expect, test } from 'vitest';
import { checkCommand } from './check-command';
import { readRules } from './read-rules';

const folders = { working: '/work', home: '/home/ada' };
const decide = (rules: string, ...argv: string[]) => checkCommand(readRules(rules), argv).decision;
const resolved = (rules: string, ...argv: string[]) =>
  checkCommand(readRules(rules), argv, { resolveIn: folders }).matched.map((match) => match.resolvedProgram);

const rules = `prefix_rule(["git", ["push", "fetch"]], "prompt", justification = "It leaves this computer.")
prefix_rule([["git", "hg"]], "allow")
prefix_rule(["git", "push", "--force"], "forbidden")`;

describe('a command', () => {
  test('gets the strictest decision of the rules that match, each named with its line', () => {
    expect(checkCommand(readRules(rules), ['git', 'push', '--force', 'origin'])).toEqual({
      decision: 'forbidden',
      matched: [
        {
          matchedPrefix: ['git', 'push'],
          decision: 'prompt',
          justification: 'It leaves this computer.',
          line: 1,
        },
        { matchedPrefix: ['git'], decision: 'allow', justification: null, line: 2 },
        { matchedPrefix: ['git', 'push', '--force'], decision: 'forbidden', justification: null, line: 3 },
      ],
    });
  });

  test.each([
    [['git', 'fetch'], 'prompt'],
    [['git', 'status'], 'allow'],
    [['hg', 'push'], 'allow'],
    [['svn'], null],
    [['GIT', 'push'], null],
    [['/usr/bin/git', 'push'], null],
    [[], null],
  ])('%j is decided by its first words', (argv, expected) => {
    expect(decide(rules, ...argv)).toBe(expected);
  });

  test('matches whatever its capitals are where a rule says so', () => {
    const canonical =
      'prefix_rule(["git", "push"], "prompt", canonical_matching = True)\nprefix_rule(["GIT"], "allow")';

    expect(decide(canonical, 'GIT', 'Push')).toBe('prompt');
    expect(checkCommand(readRules(canonical), ['GIT', 'Push']).matched.map(({ line }) => line)).toEqual([
      2, 1,
    ]);
  });

  test.each([
    ['É', 'e\u0301'],
    ['ß', 'SS'],
    ['K', '\u212a'],
    ['Σ', 'ς'],
  ])('%s and %s are the same word to such a rule', (one, other) => {
    expect(decide(`prefix_rule(["${one}"], canonical_matching = True)`, other)).toBe('allow');
    expect(decide(`prefix_rule(["${one}"])`, other)).toBeNull();
  });

  test('matches a dotless i by itself alone', () => {
    expect(decide('prefix_rule(["ı"], canonical_matching = True)', 'i')).toBeNull();
  });

  test('is decided by nothing while a client would refuse the file, or would have to run it', () => {
    expect(decide(`${rules}\nprefix_rule([])`, 'git', 'push')).toBeNull();
    expect(decide(`${rules}\nx = 1`, 'git', 'push')).toBeNull();
  });
});

describe('the path of a program', () => {
  test('is looked up by its name where that is asked for and no rule names the path', () => {
    expect(resolved(rules, '/usr/bin/git', 'push')).toEqual(['/usr/bin/git', '/usr/bin/git']);
    expect(resolved(`${rules}\nprefix_rule(["/usr/bin/git"])`, '/usr/bin/git', 'push')).toEqual([undefined]);
  });

  test('is one of those of the file where it has some for that name', () => {
    const known = `${rules}\nhost_executable("git", ["/opt/git/bin/git"])`;

    expect(resolved(known, '/usr/bin/git', 'push')).toEqual([]);
    expect(resolved(known, '/opt/git/bin/git', 'fetch')).toHaveLength(2);
  });

  test('is one of those of either spelling where capitals make no difference', () => {
    const known = `prefix_rule(["GIT"], "prompt", canonical_matching = True)
host_executable("git", ["/opt/bin/git"])`;

    expect(resolved(known, '/usr/bin/git')).toEqual([]);
    expect(resolved(known, '/opt/bin/git')).toEqual(['/opt/bin/git']);
    expect(resolved(known, '/usr/bin/Git')).toEqual(['/usr/bin/Git']);
  });

  test.each([
    ['./git', '/work/git'],
    ['../bin/git', '/bin/git'],
    ['~/git', '/home/ada/git'],
    ['/usr/./x/..//git/', '/usr/git'],
  ])('%s is taken from the folder it is about', (path, absolute) => {
    expect(resolved(rules, path, 'status')).toEqual([absolute]);
  });

  test('of the root has no name', () => {
    expect(resolved('prefix_rule([""])', '/')).toEqual([]);
  });
});
