import { describe, expect, test } from 'vitest';
import { checkRules } from './check-rules';

const found = (text: string) =>
  checkRules(text).map(({ line, severity, message }) => `${line} ${severity} ${message}`);
const rule = (words: string) => `prefix_rule(${words}, decision = "prompt")`;

describe('a rules file', () => {
  test.each([
    ['nothing', ''],
    ['comments alone', '# prefix_rule(\n# foo('],
    ['a rule', rule('pattern = ["git", ["push", "fetch"]]')],
    ['a rule by places', 'prefix_rule(["a"], "prompt", ["a b"], ["b"], "why")'],
    ['a function of its own', `def ask(word):\n  ${rule('[word]')}\n\nask("a")`],
    ['a loop', `[${rule('[word]')} for word in ["a", "b"]]`],
    ['methods of values', `x = "a b".split(" ")\n${rule('x')}`],
    [
      'the other two functions',
      'host_executable("git", ["/usr/bin/git"])\nnetwork_rule("a.example", "https", "allow")',
    ],
  ])('with %s: nothing is found', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['an open bracket', '\nprefix_rule(', ['2 error Nothing closes this (.']],
    ['an unknown decision', 'prefix_rule(["a"],\n "deny")', ['2 error invalid decision: deny']],
    ['an example that it does not keep', rule('["a"], match = ["b"]'), [/^1 error expected every example/]],
    ['no decision', '\nprefix_rule(["a"])', [/^2 warning No decision is given/]],
    ['a star', rule('["git", ["*", "x"]]'), [/^1 warning A \* in a pattern/]],
    [
      'an error before a rule that means something else',
      'prefix_rule([])\nprefix_rule(["a"])',
      [/^1 error invalid pattern element/, /^2 warning No decision/],
    ],
  ])('with %s: its line is told', (_, text, expected) => {
    expect(found(text)).toEqual(
      expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
  });
});
