import { describe, expect, test } from 'vitest';
import { readRules } from './read-rules';

const faultsOf = (text: string) =>
  readRules(text).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
const patternOf = (literal: string) => readRules(`prefix_rule([${literal}])`).prefixRules[0]?.pattern;

describe('a rules file of literal calls', () => {
  test('gives each rule with its pattern, decision, justification and place', () => {
    const text = `# a comment (
prefix_rule(
    pattern = ["git", ["push", 'fetch'],],
    decision = "prompt",
    match = ["git push", ["git", "fetch"]],
    not_match = ["git status"],
    justification = """Look
first.""",
)
network_rule("a.example", "https", "deny"); prefix_rule(["GIT"], "allow", canonical_matching = True)
host_executable(name = "git", paths = ["/usr/bin/../bin/git"])`;

    expect(readRules(text)).toEqual({
      prefixRules: [
        {
          line: 2,
          column: 1,
          pattern: [['git'], ['push', 'fetch']],
          decision: 'prompt',
          isDecided: true,
          justification: 'Look\nfirst.',
          isCanonical: false,
        },
        {
          line: 10,
          column: 45,
          pattern: [['GIT']],
          decision: 'allow',
          isDecided: true,
          justification: null,
          isCanonical: true,
        },
      ],
      hostExecutables: new Map([['git', new Set(['/usr/bin/git'])]]),
      faults: [],
      notSimulated: [],
    });
  });

  test('allows where it says nothing else', () => {
    expect(readRules('prefix_rule(["a"])').prefixRules).toMatchObject([
      { decision: 'allow', isDecided: false },
    ]);
  });

  test.each([
    ['"\\x61\\141\\u0061\\U00000061"', 'aaaa'],
    ['"\\q\\n\\t\\\\"', '\\q\n\t\\'],
    ["r'\\n\\''", "\\n'"],
    ['"a\\\nb"', 'ab'],
    ['"""a\r\nb\r"""', 'a\nb'],
    ['"""a"b\n"""', 'a"b\n'],
    ['"é🙂"', 'é🙂'],
    ['("a")', 'a'],
  ])('reads the text %s', (literal, text) => {
    expect(patternOf(literal)).toEqual([[text]]);
  });
});

describe('a broken rules file', () => {
  test.each([
    ['prefix_rule(', '1:12 Nothing closes this (.'],
    ['prefix_rule(["a")', "1:17 unexpected symbol ')', expected symbol ']'"],
    ['\n)', "2:1 unexpected symbol ')', expected expression"],
    ['prefix_rule(["a" "b"])', '1:18 unexpected string literal "b", expected symbol \']\''],
    ['prefix_rule(["a",,])', "1:18 unexpected symbol ',', expected expression"],
    ['prefix_rule(["a"]) x', "1:20 unexpected identifier 'x', expected new line"],
    [' prefix_rule(["a"])', '1:1 unexpected new indentation block, expected expression'],
    ['\tprefix_rule(["a"])', '1:1 tabs are not allowed'],
    ['prefix_rule(["é🙂", $])', '1:20 invalid input `$`'],
    ['prefix_rule(["a\n"])', '1:14 unfinished string literal'],
    ['prefix_rule(["\\xz1"])', '1:15 invalid string escape sequence `xz1`'],
    ['prefix_rule(["a", 01])', '1:19 integer cannot have leading 0, got `01`'],
    ['prefix_rule(["a"], import = 1)', '1:20 cannot use reserved keyword `import`'],
    ['prefix_rule(decision = "allow", ["a"])', '1:33 positional argument after non positional'],
    ['prefix_rule(pattern = ["a"], pattern = ["b"])', '1:30 repeated named argument'],
    ['prefix_rule(["a"], pattern = ["b"])', '1:20 Argument `pattern` occurs more than once'],
    ['prefix_rule(["a"], why = "b")', '1:20 Found `why` extra named parameter(s) for call to prefix_rule'],
    ['host_executable("a", [], 1)', '1:26 Found 1 extra positional argument(s) for call to host_executable'],
    ['prefix_rule()', '1:1 Missing parameter `pattern` for call to `prefix_rule`'],
    ['prefix_rule("a")', "1:13 Type of parameter `pattern` doesn't match, expected `list`"],
    ['prefix_rule(["a"], None)', "1:20 Type of parameter `decision` doesn't match, expected `str`"],
    ['prefix_rule([])', '1:13 invalid pattern element: pattern cannot be empty'],
    ['prefix_rule(["a", []])', '1:19 invalid pattern element: pattern alternatives cannot be empty'],
    [
      'prefix_rule(["a", [1]])',
      '1:20 invalid pattern element: pattern alternative must be a string (got int)',
    ],
    [
      'prefix_rule(["a", ("b",)])',
      '1:19 invalid pattern element: pattern element must be a string or list of strings (got tuple)',
    ],
    ['prefix_rule(["a"], "deny")', '1:20 invalid decision: deny'],
    ['prefix_rule(["a"], justification = " ")', '1:36 invalid rule: justification cannot be empty'],
    ['prefix_rule(["a"], match = [[]])', '1:29 invalid example: example cannot be an empty list'],
    ['prefix_rule(["a"], match = [""])', '1:29 invalid example: example cannot be an empty string'],
    ['prefix_rule(["a"], match = ["\'"])', '1:29 invalid example: example string has invalid shell syntax'],
    [
      'prefix_rule(["a"], match = [["a", 1]])',
      '1:29 invalid example: example tokens must be strings (got int)',
    ],
    [
      'prefix_rule(["a"], match = ["a", "b c"])',
      '1:34 expected every example to match at least one rule; this one does not: b c',
    ],
    ['prefix_rule(["a"], not_match = ["a"])', '1:33 expected example to not match rule: a'],
    [
      'network_rule("a", "ftp", "allow")',
      '1:19 invalid rule: network_rule protocol must be one of http, https, socks5_tcp, socks5_udp (got ftp)',
    ],
    ['network_rule("a", "http", "x")', '1:27 invalid decision: x'],
    [
      'host_executable("a/b", [])',
      '1:17 invalid rule: host_executable name must be a bare executable name (got a/b)',
    ],
    ['host_executable("a", ["a"])', '1:23 invalid rule: host_executable paths must be absolute (got a)'],
    ['host_executable("a", ["/b"])', '1:23 invalid rule: host_executable path `/b` must have basename `a`'],
    ['foo(1)', '1:1 Variable `foo` not found'],
    ['load("a", "b")', '1:1 load() is not allowed in a rules file.'],
  ])('%s: its place is told', (text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });

  test.each([
    ['', 'host cannot be empty'],
    [' . ', 'host cannot be empty'],
    ['*.a.example', 'host must be a specific host; wildcards are not allowed'],
    ['https://a.example', 'host must be a hostname or IP literal (without scheme or path)'],
    ['a b', 'host cannot contain whitespace'],
    ['[::1', 'host has an invalid bracketed IPv6 literal'],
    ['[::1]x', 'host contains an unsupported suffix: [::1]x'],
  ])('the host %j of a network rule is none', (host, message) => {
    expect(faultsOf(`network_rule("${host}", "http", "allow")`)).toEqual([
      `1:14 invalid rule: network_rule ${message}`,
    ]);
  });

  test('tells of every call that is wrong, and of nothing behind a place where no file goes on', () => {
    const text = 'prefix_rule([])\nprefix_rule(["a"], "x")\n)\nprefix_rule([])';

    expect(faultsOf(text)).toEqual(["3:1 unexpected symbol ')', expected expression"]);
    expect(faultsOf(text.replace('\n)', ''))).toHaveLength(3);
  });
});

describe('a file that would have to be run', () => {
  test.each([
    ['def f(word):\n  prefix_rule([word])\n\nf("a")', ['1 a function', '4 a call of f']],
    ['for word in ["a"]:\n  prefix_rule([word])', ['1 a loop']],
    ['if True:\n  prefix_rule([])\nelse:\n  pass', ['1 a condition', '3 the word else']],
    ['x = ["a"]\nprefix_rule(x)', ['1 the name x', '2 the value of x']],
    ['prefix_rule(["a" + "b"])', ['1 a value that is computed (+)']],
    ['prefix_rule([word for word in ["a"]])', ['1 the value of word']],
    ['prefix_rule(*[["a"]])', ['1 arguments that are computed (*)']],
    ['prefix_rule(["a"]) == 1', ['1 a value that is computed (==)']],
    ['prefix_rule(["a", b"x"])', ['1 a text of bytes or with a format']],
    ['[prefix_rule(["a"])]', ['1 an expression']],
    [`prefix_rule([${'('.repeat(60)}"a"${')'.repeat(60)}])`, ['1 more than 50 brackets inside each other']],
  ])('%s: its parts are told', (text, expected) => {
    const { faults, notSimulated } = readRules(text);

    expect(faults).toEqual([]);
    expect(notSimulated.map(({ line, reason }) => `${line} ${reason}`)).toEqual(expected);
  });
});

describe('any text', () => {
  test('is read without an exception, and brackets without an end do not stop it', () => {
    const pieces = [
      ...'()[]{}"\'\\\n,=#:;*.-+$',
      '"""',
      'prefix_rule',
      'for',
      'def',
      'x',
      ' ',
      '\t',
      '\r',
      '1',
      'r"',
      'b"',
    ];
    for (let seed = 1; seed < 2000; seed += 1) {
      const text = Array.from(
        { length: 25 },
        (_, index) => pieces[(seed * (index + 7) * 31) % pieces.length],
      );
      expect(Array.isArray(readRules(text.join('')).faults)).toBe(true);
    }
    for (const deep of ['['.repeat(20_000), `prefix_rule(${'['.repeat(20_000)}${']'.repeat(20_000)})`]) {
      const { faults, notSimulated } = readRules(deep);
      expect(faults.length + notSimulated.length).toBe(1);
    }
  });

  test('of 32,000 characters in one line is read in a moment', () => {
    const text = `prefix_rule([${'"a", '.repeat(6400)}])`;
    const started = performance.now();

    expect(readRules(text).prefixRules[0]?.pattern).toHaveLength(6400);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
