import { describe, expect, test } from 'vitest';
import { checkRules } from './check-rules';

const found = (text: string) =>
  checkRules(text).map(({ line, severity, message }) => `${line} ${severity} ${message}`);
const rule = (words: string) => `prefix_rule(${words}, decision = "prompt")`;

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

describe('a rules file', () => {
  test.each([
    ['nothing', ''],
    ['comments alone', '# prefix_rule(\n# foo('],
    ['a rule', rule('pattern = ["git", ["push", "fetch"]]')],
    ['a rule by places', 'prefix_rule(["a"], "prompt", ["a b"], ["b"], "why")'],
    ['brackets and signs inside texts', rule(`pattern = ["(", '#', "\\"", """a\n(""", r"\\("]`)],
    ['a trailing comma', 'prefix_rule(\n  pattern = ["a"],\n  decision = "allow",\n)'],
    ['a function of its own', `def ask(word):\n  ${rule('[word]')}\n\nask("a")`],
    [
      'calls of what its functions were given',
      'def h(cb, *more, last = None):\n  cb("a")\n  more("b")\n  last("c")\n\nh(h)',
    ],
    ['a loop', `[${rule('[word]')} for word in ["a", "b"]]`],
    [
      'the other two functions',
      'host_executable("git", ["/usr/bin/git"])\nnetwork_rule("a.example", "https", "allow")',
    ],
    ['methods of values', `x = "a b".split(" ")\n${rule('x')}`],
  ])('with %s: nothing is found', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['an open bracket', '\nprefix_rule(', '2 error Nothing closes this (.'],
    ['a closing bracket', 'x = 3\n)', '2 error Nothing opens this ).'],
    ['a bracket of another kind', '\nprefix_rule(["a")', '2 error The [ of line 2 is closed by ).'],
    ['an open quote', '\nx = "abc\n', '2 error A text begins here and has no closing quote.'],
    [
      'a 51st open bracket',
      `\n${nested('[', ']', 51)}`,
      /^2 error At most 50 brackets may be open at once; this \[/,
    ],
    ['a missing comma', 'prefix_rule(\n  ["a"\n  "b"])', '3 error A comma is missing before "b".'],
    ['an unknown function', '\n\nfoo(1)', /^3 error Codex knows no function foo\./],
    ['load', 'load("a", "b")', '1 error load() is not allowed in a rules file.'],
    ['an empty pattern', rule('\npattern = []'), '2 error The pattern is empty.'],
    ['an empty alternative', rule('["a", []]'), '1 error A list of alternatives in the pattern is empty.'],
    ['a pattern that is a text', rule('"git push"'), /^1 error The pattern is a list/],
    ['no pattern', 'prefix_rule(decision = "prompt")', '1 error prefix_rule needs pattern.'],
    ['an unknown parameter', rule('["a"], why = "b"'), '1 error prefix_rule takes no why.'],
    ['an unknown decision', 'prefix_rule(["a"],\n "deny")', /^2 error Codex knows no decision deny\./],
    ['an empty justification', rule('["a"], justification = " "'), /^1 error The justification is empty\./],
    [
      'an unknown protocol',
      'network_rule("a.example", "ftp", "allow")',
      /^1 error Codex knows no protocol ftp\./,
    ],
    ['no decision', '\nprefix_rule(["a"])', /^2 warning No decision is given/],
    ['a star', rule('["git", "*"]'), /^1 warning A \* in a pattern/],
  ])('with %s: its line is told', (_, text, expected) => {
    expect(found(text)).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
  });

  test.each([
    ['lists', '[', ']'],
    ['calls', 'f(', ')'],
  ])('with as many %s in each other as it can hold is refused at once, by the line', (_, open, close) => {
    const deep = `f = 1\n${nested(open, close, 10_000)}`;

    expect(found(deep)).toEqual([expect.stringMatching(/^2 error At most 50 brackets may be open/)]);
  });

  test('with 50 brackets in each other is looked into', () => {
    expect(found(rule(`pattern = ${nested('[', ']', 49)}`))).toEqual([]);
  });

  test('of any text is looked at without an end or an exception', () => {
    const pieces = [
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      '"""',
      '\\',
      '\n',
      ',',
      '=',
      '#',
      'prefix_rule',
      'for',
      'x',
    ];
    for (let seed = 1; seed < 400; seed += 1) {
      const text = Array.from(
        { length: 30 },
        (_, index) => pieces[(seed * (index + 7) * 31) % pieces.length],
      );
      expect(Array.isArray(checkRules(text.join('')))).toBe(true);
    }
  });
});
