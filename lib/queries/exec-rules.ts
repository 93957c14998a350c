import 'server-only';
import { z } from 'zod';
import { everydayCommands } from '#lib/catalog/everyday-commands';
import { findLastEvent } from '#lib/data/audit-log';
import { findTeamConfig } from '#lib/data/team-configs';
import { checkCommand } from '#lib/domain/exec-rules/check-command';
import {
  changedCommands,
  dailyFriction,
  judgeCommands,
  outcomes,
} from '#lib/domain/exec-rules/daily-friction';
import { execDecision } from '#lib/domain/exec-rules/exec-rules';
import { readRules } from '#lib/domain/exec-rules/read-rules';
import { defineQuery } from './define-query';

/** Text of a rules file as it is: its lines are what answers name. */
const rules = z.string().max(32_000, 'Use at most 32,000 characters.');
const place = { line: z.int(), column: z.int() };

/**
 * What a rules file decides for a command, as `codex execpolicy check` says it. Null where no rule matches, where a
 * client would refuse the file, and where parts of it would have to be run.
 */
export const checkRulesFor = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ rules, argv: z.array(z.string().max(8_000)).min(1).max(500) }),
  output: z.object({
    decision: execDecision.nullable(),
    matched: z.array(
      z.object({
        matchedPrefix: z.array(z.string()),
        decision: execDecision,
        justification: z.string().nullable(),
        line: z.int(),
      }),
    ),
    faults: z.array(z.object({ ...place, message: z.string() })),
    notSimulated: z.array(z.object({ ...place, reason: z.string() })),
  }),
  run({ input }) {
    const read = readRules(input.rules);
    const { faults, notSimulated } = read;
    return Promise.resolve({
      ...checkCommand(read, input.argv),
      faults: [...faults],
      notSimulated: [...notSimulated],
    });
  },
});

const outcome = z.enum(outcomes);
const friction = z.array(
  z.object({ category: z.string(), total: z.int(), counts: z.record(outcome, z.int()) }),
);
const changed = z.array(
  z.object({ category: z.string(), line: z.string(), before: outcome, after: outcome }),
);

const judged = (text: string) => judgeCommands(readRules(text), everydayCommands);

/** What the rules were before a save, as its audit event holds it. */
const earlier = z.object({ before: z.object({ rules: z.string() }) });

/** What the stored rules mean for everyday commands, and the commands that the last save decides otherwise. */
export const readFriction = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ rows: friction, changed }),
  async run({ ctx: { workspaceId }, db }) {
    const stored = await findTeamConfig(db, { workspaceId });
    const saved =
      stored.version === 0 ? null : await findLastEvent(db, { workspaceId, action: 'team_config.saved' });
    const before = earlier.safeParse(saved).data?.before.rules ?? stored.rules;
    const now = judged(stored.rules);
    const isSame = before === stored.rules;
    return { rows: dailyFriction(now), changed: isSame ? [] : changedCommands(judged(before), now) };
  },
});

/** What the stored rules mean for everyday commands, what others would mean, and the commands between the two. */
export const compareFriction = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ rules }),
  output: z.object({ before: friction, after: friction, changed }),
  async run({ ctx: { workspaceId }, db, input }) {
    const stored = await findTeamConfig(db, { workspaceId });
    const [before, after] = [judged(stored.rules), judged(input.rules)];
    return {
      before: dailyFriction(before),
      after: dailyFriction(after),
      changed: changedCommands(before, after),
    };
  },
});
