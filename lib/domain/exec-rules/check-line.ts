import { checkCommand, type CommandCheck } from './check-command';
import { execDecisions, type ExecDecision, type ExecRules } from './exec-rules';
import { splitShell } from './split-shell';

/** What rules decide for a line that a model gives to a shell. */
export type LineCheck = {
  decision: ExecDecision | null;
  /** Whether the client looks at the commands of the line; otherwise at bash with all of it. */
  isSplit: boolean;
  commands: (CommandCheck & { argv: readonly string[] })[];
};

/** Where a client looks programs up by their paths; the folders matter to relative paths alone. */
const anywhere = { resolveIn: { working: '/', home: '/' } };

/**
 * What rules decide for a line: each command that the client sees in it, and the strictest decision. The line is
 * allowed where each of its commands is.
 */
export function checkLine(rules: ExecRules, line: string): LineCheck {
  const split = splitShell(line);
  const commands = (split ?? [['bash', '-lc', line]]).map((argv) => ({
    argv,
    ...checkCommand(rules, argv, anywhere),
  }));
  const strictest =
    execDecisions.findLast((one) => commands.some(({ decision }) => decision === one)) ?? null;
  const isLeft = strictest === 'allow' && commands.some(({ decision }) => decision === null);
  return { decision: isLeft ? null : strictest, isSplit: split !== null, commands };
}
