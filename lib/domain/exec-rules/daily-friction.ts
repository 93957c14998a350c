import { checkLine } from './check-line';
import { execDecisions, type ExecDecision, type ExecRules } from './exec-rules';

/** A command that developers and their agents run every day, and what it is about. */
export type EverydayCommand = { category: string; line: string };

/** What becomes of a command: a decision, or none, so that the client judges by itself. */
export type Outcome = ExecDecision | 'none';

/** An everyday command with what becomes of it. */
export type JudgedCommand = EverydayCommand & { outcome: Outcome };

/** Every outcome, in the order in which screens show them. */
export const outcomes: readonly Outcome[] = [...execDecisions, 'none'];

/** How many commands of one category have each outcome. */
export type FrictionRow = { category: string; total: number; counts: Readonly<Record<Outcome, number>> };

/** An everyday command that a change of the rules decides otherwise. */
export type ChangedCommand = EverydayCommand & { before: Outcome; after: Outcome };

/** What becomes of each of these commands under rules. */
export const judgeCommands = (rules: ExecRules, commands: readonly EverydayCommand[]): JudgedCommand[] =>
  commands.map((command) => ({ ...command, outcome: checkLine(rules, command.line).decision ?? 'none' }));

/** What rules mean for everyday commands, by category in the order of `commands`. */
export function dailyFriction(commands: readonly JudgedCommand[]): FrictionRow[] {
  const rows = new Map<string, Record<Outcome, number>>();
  for (const { category, outcome } of commands) {
    const counts = rows.get(category) ?? { allow: 0, prompt: 0, forbidden: 0, none: 0 };
    counts[outcome] += 1;
    rows.set(category, counts);
  }
  return Array.from(rows, ([category, counts]) => ({ category, total: sumOf(counts), counts }));
}

/** The row over all rows. */
export function frictionOfAll(rows: readonly FrictionRow[], category: string): FrictionRow {
  const count = (outcome: Outcome) => rows.reduce((sum, { counts }) => sum + counts[outcome], 0);
  const counts = {
    allow: count('allow'),
    prompt: count('prompt'),
    forbidden: count('forbidden'),
    none: count('none'),
  };
  return { category, total: sumOf(counts), counts };
}

/** The commands that are decided otherwise after a change of the rules; both lists are about the same commands. */
export function changedCommands(
  before: readonly JudgedCommand[],
  after: readonly JudgedCommand[],
): ChangedCommand[] {
  const earlier = new Map(before.map(({ line, outcome }) => [line, outcome]));
  return after
    .map(({ outcome, ...command }) => ({
      ...command,
      before: earlier.get(command.line) ?? 'none',
      after: outcome,
    }))
    .filter((command) => command.before !== command.after);
}

const sumOf = (counts: Readonly<Record<Outcome, number>>) =>
  outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
