import { absolutePath, baseName, type Folders } from './absolute-path';
import { execDecisions, type ExecDecision, type ExecRules, type PrefixRule } from './exec-rules';

/** A rule that matches a command. */
export type MatchedRule = {
  /** The words of the command that it is about. */
  matchedPrefix: string[];
  decision: ExecDecision;
  justification: string | null;
  line: number;
  /** The path that was taken for the program which the rule names. */
  resolvedProgram?: string;
};

/** What rules decide for one command: null where none matches, so that the client judges by itself. */
export type CommandCheck = { decision: ExecDecision | null; matched: MatchedRule[] };

/** `resolveIn` looks rules for a program's name up for its path too, as if the client ran in these folders. */
export type CheckOptions = { resolveIn?: Folders };

/**
 * What `codex execpolicy check` says of a command under these rules: each rule that matches, in the order of the
 * file, and the strictest decision among them.
 *
 * Decides nothing under rules with faults or parts that are not simulated.
 *
 * Source: codex-cli 0.169.0, by comparison (test/oracle/exec-rules.test.ts).
 */
export function checkCommand(
  rules: ExecRules,
  argv: readonly string[],
  { resolveIn }: CheckOptions = {},
): CommandCheck {
  if (rules.faults.length > 0 || rules.notSimulated.length > 0) return { decision: null, matched: [] };
  return decide(matchedRules(rules, argv, resolveIn));
}

/** The rules that match, and the strictest of their decisions. */
const decide = (matched: MatchedRule[]): CommandCheck => ({
  decision: execDecisions.findLast((one) => matched.some(({ decision }) => decision === one)) ?? null,
  matched,
});

/** The rules that match a command, also where parts of the file are broken. */
export function matchedRules(
  { prefixRules, hostExecutables }: Pick<ExecRules, 'prefixRules' | 'hostExecutables'>,
  argv: readonly string[],
  resolveIn?: Folders,
): MatchedRule[] {
  const [program, ...words] = argv;
  if (program === undefined) return [];
  const exact = prefixRules.flatMap((rule) => matchesOf(rule, program, words));
  if (exact.length > 0 || !resolveIn) return ownFirst(exact, program);
  const resolvedProgram = absolutePath(program, resolveIn);
  const name = baseName(resolvedProgram);
  if (name === '' || name === program) return [];
  const isAt = (one: string) => hostExecutables.get(one)?.has(resolvedProgram) ?? true;
  const found = prefixRules.flatMap((rule) =>
    matchesOf(rule, name, words).filter(({ first }) => isAt(first) && isAt(name)),
  );
  return ownFirst(found, name).map((match) => ({ ...match, resolvedProgram }));
}

type Match = { first: string; matched: MatchedRule };

/** How a rule matches, once for each time that its first part holds the program. */
function matchesOf(rule: PrefixRule, program: string, words: readonly string[]): Match[] {
  const [firsts = [], ...rest] = rule.pattern;
  const isSame = rule.isCanonical ? isSameFolded : isSameWord;
  if (!firsts.some((first) => isSame(first, program))) return [];
  const isMatch = rest.every((choices, index) => {
    const word = words[index];
    return word !== undefined && choices.some((choice) => isSame(choice, word));
  });
  if (!isMatch) return [];
  const { decision, justification, line } = rule;
  const matchedPrefix = [program, ...words.slice(0, rest.length)];
  return firsts
    .filter((first) => isSame(first, program))
    .map((first) => ({ first, matched: { matchedPrefix, decision, justification, line } }));
}

const isSameWord = (one: string, other: string) => one === other;
const isSameFolded = (one: string, other: string) => one === other || folded(one) === folded(other);

/** Rules that write the program as it is come before those that spell it with other capitals. */
function ownFirst(matches: readonly Match[], program: string): MatchedRule[] {
  const [own, others] = [
    matches.filter(({ first }) => first === program),
    matches.filter(({ first }) => first !== program),
  ];
  return [...own, ...others].map(({ matched }) => matched);
}

/** A word without the difference between capitals and small letters, and between ways to write an accent. */
const folded = (word: string): string =>
  Array.from(word.normalize('NFD'), (char) =>
    char === 'ı' ? char : char.toLowerCase().toUpperCase().toLowerCase(),
  )
    .join('')
    .normalize('NFD');
