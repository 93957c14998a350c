import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findConfiguration, saveConfiguration } from '#lib/data/configurations';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { configurationView, toConfigurationView } from '#lib/domain/config/configuration-view';
import { checkDecisions, decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import { presetNames, presets } from '#lib/domain/config/presets';
import { sameDecisions } from '#lib/domain/config/same-decisions';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

const byPreset = z.strictObject({ preset: z.enum(presetNames), version: seenVersion });
const byHand = z.strictObject({ ...decisionsSchema.shape, version: seenVersion });

const decisionsOf = ({
  approval,
  sandbox,
  webSearch,
  mcp,
  telemetry,
}: z.output<typeof byHand>): Decisions => ({
  approval,
  sandbox,
  webSearch,
  mcp,
  telemetry,
});

/** Records the baseline decisions: a preset, or the five one by one. */
export const setConfiguration = defineCommand({
  capability: 'configuration.write',
  input: z.union([byPreset, byHand]),
  output: configurationView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now: changedAt } = ctx;
    const current = await findConfiguration(tx, { workspaceId });
    if (current.version !== input.version) return err(conflict(toConfigurationView(current)));

    const preset = 'preset' in input ? input.preset : null;
    const checked = checkDecisions('preset' in input ? presets[input.preset] : decisionsOf(input));
    if (!checked.ok) return checked;
    const decisions = checked.value;
    if (preset === current.preset && current.decisions && sameDecisions(current.decisions, decisions)) {
      return ok(unchanged(toConfigurationView(current)));
    }

    const next = { preset, decisions, version: current.version + 1 };
    await saveConfiguration(tx, { workspaceId, ...next, changedAt, changedBy: ctx.actor.name });
    return ok(
      changed(toConfigurationView(next), {
        action: preset ? 'configuration.preset_taken' : 'configuration.decided',
        subject: 'configuration:baseline',
        before: toConfigurationView(current),
        after: toConfigurationView(next),
      }),
    );
  },
});
