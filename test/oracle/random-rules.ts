import type { Random } from '#test/random';
import type { Asked } from './exec-policy';

/** A rules file made at random, and commands that may match it. */
export type RandomRules = { text: string; commands: Asked[] };

const programs = ['git', 'GIT', 'rm', 'npm', '/usr/bin/git', '/opt/bin/npm', 'k', 'ß', 'a b', '', '~', '..'];
const words = [
  'push',
  'PUSH',
  '-rf',
  '/',
  'run',
  'a b',
  '',
  '"',
  "it's",
  '\\',
  '#x',
  '$HOME',
  'é🙂',
  'e\u0301🙂',
  '\n',
  '\t',
  '*',
];
const folders = ['/usr/bin/', '/opt/bin/', '/usr/bin/../bin/', './', '~/', 'bin/', '/'];
const decisions = ['allow', 'prompt', 'forbidden'];
const justifications = ['Why not.', ' x ', 'a "b"', '\u00a0.', 'é🙂', '\n\\'];

type Rule = { pattern: string[][]; isCanonical: boolean };

/** A file of literal calls that a client takes, written in one of many ways, with `count` commands. */
export function randomRules(random: Random, count: number): RandomRules {
  const rules = Array.from({ length: 1 + random.below(6) }, () => randomRule(random));
  const calls = [
    ...rules.map((rule) => prefixRule(random, rule)),
    ...Array.from({ length: random.below(3) }, () => otherCall(random)),
  ];
  const text = random
    .shuffled(calls)
    .map(
      (call) => `${random.pick(['', '', '\n', '# a ( "\n', '  # b\n', '"""c"""\n'])}${call}${ending(random)}`,
    )
    .join('');
  return { text, commands: Array.from({ length: count }, () => randomCommand(random, rules)) };
}

const ending = (random: Random) => random.pick(['\n', '\n\n', '\r\n', ' # d\n', ';', '; \n', ' \\\n\n']);

function randomRule(random: Random): Rule {
  const parts = Array.from({ length: random.below(4) }, () => alternatives(random, words));
  return { pattern: [alternatives(random, programs), ...parts], isCanonical: random.chance(0.15) };
}

const alternatives = (random: Random, choices: readonly string[]) =>
  Array.from({ length: random.chance(0.6) ? 1 : 1 + random.below(3) }, () => random.pick(choices));

/** Words that a rule matches. */
const matching = (random: Random, { pattern }: Rule) => pattern.map((part) => random.pick(part));

function randomCommand(random: Random, rules: readonly Rule[]): Asked {
  const isResolved = random.chance(0.4);
  const argv = random.chance(0.85) ? matching(random, random.pick(rules)) : [random.pick(programs)];
  while (random.chance(0.4)) argv.push(random.pick(words));
  if (random.chance(0.2)) argv[random.below(argv.length)] = random.pick(words);
  if (random.chance(0.1)) argv.splice(1 + random.below(argv.length), 1);
  const [program = '', ...rest] = argv;
  if (random.chance(isResolved ? 0.7 : 0.1))
    return { argv: [`${random.pick(folders)}${program}`, ...rest], isResolved };
  const cased = random.chance(0.15)
    ? argv.map((word) => random.pick([word.toUpperCase(), word.toLowerCase()]))
    : argv;
  return { argv: cased, isResolved };
}

function prefixRule(random: Random, rule: Rule): string {
  const part = (choices: string[]) =>
    choices.length === 1 && random.chance(0.8) ? literal(random, choices[0] ?? '') : listOf(random, choices);
  const given: [string, string][] = [['pattern', bracketed(random, rule.pattern.map(part))]];
  if (random.chance(0.8)) given.push(['decision', literal(random, random.pick(decisions))]);
  if (random.chance(0.3)) given.push(['match', bracketed(random, examples(random, rule))]);
  if (random.chance(0.2))
    given.push(['not_match', bracketed(random, [literal(random, "no-such-program 'a'")])]);
  if (random.chance(0.3)) given.push(['justification', literal(random, random.pick(justifications))]);
  if (rule.isCanonical || random.chance(0.1))
    given.push(['canonical_matching', rule.isCanonical ? 'True' : 'False']);
  return written(random, 'prefix_rule', given);
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

const examples = (random: Random, rule: Rule) =>
  Array.from({ length: 1 + random.below(2) }, () => {
    const found = matching(random, rule);
    return random.chance(0.5) ? listOf(random, found) : literal(random, found.map(quoted).join(' '));
  });

function otherCall(random: Random): string {
  if (random.chance(0.5)) {
    const given: [string, string][] = [
      ['host', literal(random, random.pick(['a.example', 'A.example:443', '[::1]', ' a. ']))],
      [
        'protocol',
        literal(random, random.pick(['http', 'https', 'socks5_tcp', 'socks5_udp', 'https_connect'])),
      ],
      ['decision', literal(random, random.pick([...decisions, 'deny']))],
    ];
    return written(random, 'network_rule', given);
  }
  const name = random.pick(['git', 'GIT', 'npm', 'k']);
  const paths = ['/usr/bin/', '/opt/bin/', '/usr/x/../bin/', '/'].filter(() => random.chance(0.5));
  const given: [string, string][] = [
    ['name', literal(random, name)],
    [
      'paths',
      listOf(
        random,
        paths.map((path) => path + name),
      ),
    ],
  ];
  return written(random, 'host_executable', given);
}

/** A call, its first arguments by their place as long as that is the order of the parameters. */
function written(random: Random, name: string, given: readonly [string, string][]): string {
  const isPlaced = random.chance(0.2);
  const first = isPlaced ? given.slice(0, 1).map(([, value]) => value) : [];
  const named = random
    .shuffled(given.slice(first.length))
    .map(([parameter, value]) => `${parameter}${random.pick(['=', ' = '])}${value}`);
  return `${name}${random.pick(['', '', ' '])}(${separated(random, [...first, ...named])})`;
}

const listOf = (random: Random, texts: readonly string[]) =>
  bracketed(
    random,
    texts.map((text) => literal(random, text)),
  );

const bracketed = (random: Random, items: readonly string[]) => `[${separated(random, items)}]`;

function separated(random: Random, items: readonly string[]): string {
  const gap = () => random.pick(['', '', ' ', '\n    ', ' # c, "\n', '\r\n']);
  const tail = items.length > 0 && random.chance(0.3) ? `${gap()},` : '';
  return `${gap()}${items.join(`${gap()},${gap()}`)}${tail}${gap()}`;
}

/** A text in one of the ways of writing it. */
function literal(random: Random, text: string): string {
  const quote = random.pick(['"', "'"]);
  const isRaw = /^[^\\"'\n\r]*$/.test(text) && random.chance(0.2);
  if (isRaw) return `r${quote}${text}${quote}`;
  const escaped = Array.from(text, (char) => escapeOf(random, char, quote)).join('');
  return random.chance(0.15) ? quote.repeat(3) + escaped + quote.repeat(3) : quote + escaped + quote;
}

function escapeOf(random: Random, char: string, quote: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (random.chance(0.05)) {
    const hex = code.toString(16);
    if (code < 256 && random.chance(0.5)) return `\\x${hex.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  }
  if (char === '\n') return '\\n';
  return char === '\\' || char === quote ? `\\${char}` : char;
}
