import type { PrefixRule } from '#lib/domain/exec-rules/exec-rules';
import { readRules } from '#lib/domain/exec-rules/read-rules';

/** Something to know about a line of a file; clients refuse a file with an error. */
export type Finding = { file: string; line: number; severity: 'error' | 'warning'; message: string };

type Found = Omit<Finding, 'file'>;

/**
 * What can be told about the text of a rules file without asking a client: why it would be refused, and rules that
 * mean something else than they seem to.
 *
 * Total: never fails. No finding does not mean that a client takes a file with parts that would have to be run.
 */
export function checkRules(text: string): Found[] {
  const { faults, prefixRules } = readRules(text);
  const errors = faults.map(({ line, message }): Found => ({ line, severity: 'error', message }));
  return [...errors, ...prefixRules.flatMap(warningsOf)];
}

function warningsOf({ line, pattern, isDecided }: PrefixRule): Found[] {
  const warning = (message: string): Found => ({ line, severity: 'warning', message });
  return [
    ...(isDecided
      ? []
      : [warning('No decision is given, so this command runs outside the sandbox without a question.')]),
    ...(pattern.flat().includes('*')
      ? [warning('A * in a pattern is the character itself and stands for nothing else.')]
      : []),
  ];
}
