import 'server-only';
import { z } from 'zod';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { defineCommand } from '#lib/commands/define-command';
import { findTeamConfig, saveTeamConfig } from '#lib/data/team-configs';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import {
  changeTeamConfig,
  rulesText,
  skillFields,
  skillList,
  type TeamConfigChange,
} from '#lib/domain/team-config/team-config';
import { teamConfigView, toTeamConfigView } from '#lib/domain/team-config/team-config-view';
import { seenVersion } from '#lib/domain/versioned';
import { sha256 } from '#lib/data/sha256';

const whole = z.strictObject({ rules: rulesText, skills: skillList, version: seenVersion });
const rulesAlone = z.strictObject({ rules: rulesText, version: seenVersion });
const oneSkill = z.strictObject({
  ...skillFields,
  /** Name of the skill that this one takes the place of; null adds one. */
  replaces: z.string().nullable(),
  version: seenVersion,
});
const removal = z.strictObject({ remove: z.string(), version: seenVersion });

type Input = z.output<typeof whole | typeof rulesAlone | typeof oneSkill | typeof removal>;

function changeOf({ version, ...change }: Input): TeamConfigChange {
  return change;
}

/**
 * Saves rules and skills: all of them, the rules alone, one skill, or one skill less. The first save keeps
 * what it does not name of the starter content.
 */
export const setTeamConfig = defineCommand({
  capability: 'configuration.write',
  input: z.union([whole, rulesAlone, oneSkill, removal]),
  output: teamConfigView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const current = await findTeamConfig(tx, { workspaceId });
    const before = toTeamConfigView(current, sha256);
    if (current.version !== input.version) return err(conflict(before));

    const next = changeTeamConfig(current, changeOf(input));
    if (!next.ok) return next;
    const after = toTeamConfigView({ ...next.value, version: current.version + 1 }, sha256);
    if (current.version > 0 && after.sha256 === before.sha256) return ok(unchanged(before));

    const { rules, skills, sha256: sum, errors, version } = after;
    await saveTeamConfig(tx, {
      ...{ workspaceId, rules, skills, sha256: sum, errors, version },
      ...{ changedAt, changedBy: actor.name },
    });
    await certifyDraft(ctx, tx);
    return ok(changed(after, { action: 'team_config.saved', subject: 'team_config:files', before, after }));
  },
});
