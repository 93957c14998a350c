import { describe, expect, test } from 'vitest';
import { shellSplitting, wholeScripts } from '#lib/catalog/shell-splitting';
import { checkCommand } from './check-command';
import { readRules } from './read-rules';
import { splitShell } from './split-shell';

const root = { working: '/', home: '/' };

/** Whether a rule that forbids these programs is asked about a part of the script. */
function isCaught(programs: readonly string[], script: string): boolean {
  const rules = readRules(`prefix_rule([${JSON.stringify(programs)}], "forbidden")`);
  const commands = splitShell(script) ?? [['/bin/bash', '-lc', script]];
  return commands.some((argv) => checkCommand(rules, argv, { resolveIn: root }).decision !== null);
}

describe('a script', () => {
  test.each([
    ['a b && c || d | e; f', [['a', 'b'], ['c'], ['d'], ['e'], ['f']]],
    ['\n\na\n\nb;\nc;', [['a'], ['b'], ['c']]],
    ['a &&\n b |\n\n c', [['a'], ['b'], ['c']]],
    [`a 'b c' "d e" f"g"'h' --x="y z"`, [['a', 'b c', 'd e', 'fgh', '--x=y z']]],
    ['a \\\n b "c\\nd" e!', [['a', 'b', 'c\\nd', 'e!']]],
    ["a '$x' b=c ''", [['a', '$x', 'b=c', '']]],
  ])('%j is split', (script, commands) => {
    expect(splitShell(script)).toEqual(commands);
  });

  test.each([
    ...[
      'a > b',
      'a $b',
      'a "$b"',
      'a `b`',
      'a *',
      'a ~',
      'a {b,c}',
      'a # b',
      'a &',
      'a |& b',
      'a;;',
      '(a)',
      '{ a; }',
    ],
    ...[
      'if a; then b; fi',
      '! a',
      'b=c a',
      'export a',
      '[ a ]',
      '"a" b',
      'a\\b',
      'a "b\\"c"',
      'a b\\\n',
      "a 'b",
    ],
    ...['; a', 'a &&', '&& a', 'a && && b', 'a\n;b', '', '\n'],
  ])('%j is one', (script) => {
    expect(splitShell(script)).toBeNull();
  });

  test.each(shellSplitting.flatMap(({ turns }) => turns))(
    '$command: a rule for a program is asked as the real client asked it',
    ({ command, seen }) => {
      expect(isCaught(['touch'], command)).toBe(seen === 'refused');
    },
  );

  test.each(wholeScripts.turns)('$command: so is a rule for bash', ({ command, seen }) => {
    expect(isCaught(['bash', 'sh'], command)).toBe(seen === 'refused');
  });
});
