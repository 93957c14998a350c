import {
  bracketFault,
  callsIn,
  missingComma,
  namesGiven,
  type Argument,
  type Call,
  type Value,
} from './rules-calls';
import { rulesTokens } from './rules-tokens';

/** Something to know about a line of a file; clients refuse a file with an error. */
export type Finding = { file: string; line: number; severity: 'error' | 'warning'; message: string };

type Found = Omit<Finding, 'file'>;

/** What each function of a rules file takes, in the order in which values without a name are read. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  prefix_rule: ['pattern', 'decision', 'match', 'not_match', 'justification'],
  network_rule: ['host', 'protocol', 'decision', 'justification'],
  host_executable: ['name', 'paths'],
};

const required: Readonly<Record<string, readonly string[]>> = {
  prefix_rule: ['pattern'],
  network_rule: ['host', 'protocol', 'decision'],
  host_executable: ['name', 'paths'],
};

/** What Starlark itself brings, and words before a bracket that call nothing. */
const known = new Set(
  (
    'abs all any bool bytes dict dir enumerate fail float getattr hasattr hash int len list max min ' +
    'range repr reversed sorted str tuple type zip and else elif for if in lambda not or return'
  ).split(' '),
);

const decisions = ['allow', 'prompt', 'forbidden'];
const protocols = ['http', 'https', 'socks5_tcp', 'socks5_udp'];

/**
 * What can be told about the text of a rules file without asking a client: brackets and quotes without a
 * partner, functions and parameters nobody knows, patterns that are empty, decisions that are missing or none.
 *
 * Total: never fails. No finding does not mean that a client takes the file; only a client can say that.
 */
export function checkRules(text: string): Found[] {
  const { tokens, fault } = rulesTokens(text);
  const broken = fault ?? bracketFault(tokens) ?? missingComma(tokens);
  if (broken) return [{ ...broken, severity: 'error' }];
  const given = namesGiven(tokens);
  return callsIn(tokens).flatMap((call) => checkCall(call, given));
}

const error = (line: number, message: string): Found => ({ line, severity: 'error', message });
const warning = (line: number, message: string): Found => ({ line, severity: 'warning', message });

function checkCall(call: Call, given: ReadonlySet<string>): Found[] {
  const { name, line } = call;
  const names = parameters[name];
  if (!names) {
    if (known.has(name) || given.has(name)) return [];
    const message =
      name === 'load'
        ? 'load() is not allowed in a rules file.'
        : `Codex knows no function ${name}. Rules are made with prefix_rule, network_rule and host_executable.`;
    return [error(line, message)];
  }
  const values = namedArguments(call, names);
  const strangers = values.filter((one) => one.name === null || !names.includes(one.name));
  const missing = (required[name] ?? []).filter((need) => !values.some((one) => one.name === need));
  return [
    ...strangers.map((one) => error(one.line, `${name} takes no ${one.name ?? 'further value'}.`)),
    ...missing.map((need) => error(line, `${name} needs ${need}.`)),
    ...(name === 'prefix_rule' ? checkPrefixRule(call, values) : []),
    ...(name === 'network_rule' ? checkNetworkRule(values) : []),
  ];
}

function namedArguments({ arguments: given }: Call, names: readonly string[]): Argument[] {
  return given.map((one, index) => (one.name === null ? { ...one, name: names[index] ?? null } : one));
}

function checkPrefixRule({ line }: Call, values: readonly Argument[]): Found[] {
  const find = (name: string) => values.find((one) => one.name === name);
  const [pattern, decision, justification] = ['pattern', 'decision', 'justification'].map(find);
  return [
    ...(pattern ? checkPattern(pattern) : []),
    ...(decision
      ? checkDecision(decision)
      : [
          warning(line, 'No decision is given, so this command runs outside the sandbox without a question.'),
        ]),
    ...(justification && textOf(justification.value)?.trim() === ''
      ? [error(justification.line, 'The justification is empty. Write one or leave it out.')]
      : []),
  ];
}

const textOf = (value: Value): string | null => (value !== 'unknown' && 'text' in value ? value.text : null);
const listOf = (value: Value): Value[] | null => (value !== 'unknown' && 'list' in value ? value.list : null);

function checkPattern({ value, line }: Argument): Found[] {
  if (value === 'unknown') return [];
  const parts = listOf(value);
  if (!parts) return [error(line, 'The pattern is a list, such as ["git", "push"].')];
  if (parts.length === 0) return [error(line, 'The pattern is empty.')];
  const words = parts.flatMap((part) => listOf(part) ?? [part]);
  return [
    ...(parts.some((part) => listOf(part)?.length === 0)
      ? [error(line, 'A list of alternatives in the pattern is empty.')]
      : []),
    ...(words.some((word) => textOf(word) === '*')
      ? [warning(line, 'A * in a pattern is the character itself and stands for nothing else.')]
      : []),
  ];
}

function checkNetworkRule(values: readonly Argument[]): Found[] {
  const given = values.find(({ name }) => name === 'protocol');
  const protocol = given ? textOf(given.value) : null;
  if (!given || protocol === null || protocols.includes(protocol)) return [];
  return [error(given.line, `Codex knows no protocol ${protocol}. Use ${protocols.join(', ')}.`)];
}

function checkDecision({ value, line }: Argument): Found[] {
  const decision = textOf(value);
  if (decision === null || decisions.includes(decision)) return [];
  return [error(line, `Codex knows no decision ${decision}. Use allow, prompt or forbidden.`)];
}
