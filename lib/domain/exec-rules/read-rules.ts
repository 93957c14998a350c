import { absolutePath, baseName } from './absolute-path';
import { matchedRules } from './check-command';
import { execDecisions, type ExecRules, type PrefixRule } from './exec-rules';
import { hostFault } from './network-host';
import { bindArguments, type Bound, type TextValue } from './rule-arguments';
import { examplesOf, type Examples } from './rule-examples';
import { readStatements, type Call } from './rules-statements';
import { placeOf, rulesTokens, type Fault, type Place } from './rules-tokens';
import type { Value } from './rules-values';

/** What one call brings. */
type Part = {
  faults: Fault[];
  rule?: PrefixRule;
  examples?: Examples;
  host?: readonly [name: string, paths: ReadonlySet<string>];
};

/**
 * A rules file, read as the pinned client reads it as long as it is made of literal calls.
 *
 * Total: any text gives rules, faults, or parts that are not simulated, each with its place.
 *
 * Source: codex-cli 0.169.0, by comparison (test/oracle/exec-rules.test.ts).
 */
export function readRules(source: string): ExecRules {
  const read = rulesTokens(source);
  if (read.fault)
    return { prefixRules: [], hostExecutables: new Map(), faults: [read.fault], notSimulated: [] };
  const { calls, faults, notSimulated } = readStatements(read.tokens);
  const parts = calls.map(readPart);
  const hostExecutables = new Map(parts.flatMap(({ host }) => (host ? [host] : [])));
  const all = [
    ...parts.flatMap((part) => [...part.faults, ...exampleFaults(part, hostExecutables)]),
    ...faults,
  ];
  return {
    prefixRules: parts.flatMap(({ rule }) => rule ?? []),
    hostExecutables,
    faults: all,
    notSimulated,
  };
}

function readPart(call: Call): Part {
  const bound = bindArguments(call);
  if (bound.faults.length > 0) return { faults: bound.faults };
  if (call.name === 'prefix_rule') return prefixRule(call, bound);
  return call.name === 'network_rule' ? { faults: networkFaults(bound) } : hostExecutable(bound);
}

const fault = (place: Place, message: string): Fault => ({ ...placeOf(place), message });

function prefixRule(call: Call, bound: Bound): Part {
  const pattern = patternOf(bound);
  const decision = bound.text('decision');
  const examples = examplesOf(bound);
  const faults = [
    ...pattern.faults,
    ...decisionFaults(decision, execDecisions),
    ...examples.faults,
    ...justificationFaults(bound),
  ];
  if (faults.length > 0) return { faults };
  const rule: PrefixRule = {
    ...placeOf(call),
    pattern: pattern.parts,
    decision: execDecisions.find((one) => one === decision?.text) ?? 'allow',
    isDecided: decision !== null,
    justification: bound.text('justification')?.text ?? null,
    isCanonical: bound.bool('canonical_matching')?.isTrue ?? false,
  };
  return { faults, rule, examples };
}

function patternOf(bound: Bound): { parts: string[][]; faults: Fault[] } {
  const pattern = bound.list('pattern');
  const read = pattern?.items.map(patternPart) ?? [];
  const parts = read.flatMap((part) => ('message' in part ? [] : [part]));
  const faults = read.flatMap((part) => ('message' in part ? [part] : []));
  if (!pattern || read.length > 0) return { parts, faults };
  return { parts, faults: [fault(pattern, 'invalid pattern element: pattern cannot be empty')] };
}

/** The words that may stand at one place of a pattern. */
function patternPart(value: Value): string[] | Fault {
  if (value.type === 'string') return [value.text];
  if (value.type !== 'list') {
    const message = 'pattern element must be a string or list of strings';
    return fault(value, `invalid pattern element: ${message} (got ${value.type})`);
  }
  const stranger = value.items.find(({ type }) => type !== 'string');
  if (stranger) {
    return fault(
      stranger,
      `invalid pattern element: pattern alternative must be a string (got ${stranger.type})`,
    );
  }
  if (value.items.length === 0)
    return fault(value, 'invalid pattern element: pattern alternatives cannot be empty');
  return value.items.flatMap((item) => (item.type === 'string' ? [item.text] : []));
}

function decisionFaults(given: TextValue | null, known: readonly string[]): Fault[] {
  if (!given || known.includes(given.text)) return [];
  return [fault(given, `invalid decision: ${given.text}`)];
}

function justificationFaults(bound: Bound): Fault[] {
  const given = bound.text('justification');
  const isEmpty = given && /^\p{White_Space}*$/u.test(given.text);
  return isEmpty ? [fault(given, 'invalid rule: justification cannot be empty')] : [];
}

const protocols = ['http', 'https', 'https_connect', 'http-connect', 'socks5_tcp', 'socks5_udp'];

function networkFaults(bound: Bound): Fault[] {
  const host = bound.text('host');
  const protocol = bound.text('protocol');
  const aboutHost = host ? hostFault(host.text) : null;
  const listed = 'network_rule protocol must be one of http, https, socks5_tcp, socks5_udp';
  return [
    ...(host && aboutHost !== null ? [fault(host, `invalid rule: network_rule ${aboutHost}`)] : []),
    ...(protocol && !protocols.includes(protocol.text)
      ? [fault(protocol, `invalid rule: ${listed} (got ${protocol.text})`)]
      : []),
    ...decisionFaults(bound.text('decision'), [...execDecisions, 'deny']),
    ...justificationFaults(bound),
  ];
}

const root = { working: '/', home: '/' };

function hostExecutable(bound: Bound): Part {
  const name = bound.text('name');
  const paths = bound.list('paths');
  if (!name || !paths) return { faults: [] };
  const faults = [...nameFaults(name), ...paths.items.flatMap((path) => pathFault(path, name.text) ?? [])];
  if (faults.length > 0) return { faults };
  const absolute = paths.items.flatMap((path) =>
    path.type === 'string' ? [absolutePath(path.text, root)] : [],
  );
  return { faults, host: [name.text, new Set(absolute)] };
}

function nameFaults(name: TextValue): Fault[] {
  if (name.text === '') return [fault(name, 'invalid rule: host_executable name cannot be empty')];
  if (!name.text.includes('/') && !/^\.{1,2}$/.test(name.text)) return [];
  return [
    fault(name, `invalid rule: host_executable name must be a bare executable name (got ${name.text})`),
  ];
}

function pathFault(path: Value, name: string): Fault | null {
  if (path.type !== 'string') {
    return fault(path, `invalid rule: host_executable paths must be strings (got ${path.type})`);
  }
  if (!path.text.startsWith('/')) {
    return fault(path, `invalid rule: host_executable paths must be absolute (got ${path.text})`);
  }
  if (baseName(absolutePath(path.text, root)) === name) return null;
  return fault(path, `invalid rule: host_executable path \`${path.text}\` must have basename \`${name}\``);
}

/** Examples of a rule that it does not keep. They may name programs by their paths. */
function exampleFaults({ rule, examples }: Part, hostExecutables: ExecRules['hostExecutables']): Fault[] {
  if (!rule || !examples) return [];
  const isMatch = (words: readonly string[]) =>
    matchedRules({ prefixRules: [rule], hostExecutables }, words, root).length > 0;
  const [unmatched, matched] = [
    examples.match.filter(({ words }) => !isMatch(words)),
    examples.notMatch.filter(({ words }) => isMatch(words)),
  ];
  return [
    ...unmatched.map((one) =>
      fault(
        one,
        `expected every example to match at least one rule; this one does not: ${one.words.join(' ')}`,
      ),
    ),
    ...matched.map((one) => fault(one, `expected example to not match rule: ${one.words.join(' ')}`)),
  ];
}
