import 'server-only';
import { z } from 'zod';
import { certifyDraft } from '#lib/commands/certificates/queue-certificates';
import { textEntries } from '#lib/commands/config-texts/store-text';
import { defineCommand } from '#lib/commands/define-command';
import { findConfigDraft, saveConfigDraft, type StoredDraft } from '#lib/data/config-draft';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { configurationView, toConfigurationView } from '#lib/domain/config/configuration-view';
import {
  checkDecisions,
  decisionsSchema,
  type Decisions,
  type DecisionsError,
} from '#lib/domain/config/decisions';
import { decisionKeys, type DecisionKey } from '#lib/domain/config/decision-values';
import { presetNames, presets } from '#lib/domain/config/presets';
import { sameDraft, withForm, type BrokenText, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import { conflict } from '#lib/domain/errors';
import { err, ok, type Result } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

const byPreset = z.strictObject({ preset: z.enum(presetNames), version: seenVersion });
const byHand = z.strictObject({
  ...decisionsSchema.shape,
  /** The one decision that is taken; without it all five are. */
  only: z.enum(decisionKeys).optional(),
  version: seenVersion,
});

type Input = z.output<typeof byPreset> | z.output<typeof byHand>;

/** What is taken: a preset and a form without `only` take all five decisions. */
function takenFrom(
  input: Input,
  before: Decisions | null,
): { decisions: Decisions; parts: readonly DecisionKey[] } {
  if ('preset' in input) return { decisions: presets[input.preset], parts: decisionKeys };
  const { approval, sandbox, webSearch, mcp, telemetry, only } = input;
  const decisions = { approval, sandbox, webSearch, mcp, telemetry };
  if (!only || !before) return { decisions, parts: decisionKeys };
  return { decisions: { ...before, [only]: decisions[only] }, parts: [only] };
}

function draftAfter(
  { draft, login: { restriction: login } }: StoredDraft,
  { decisions, parts }: ReturnType<typeof takenFrom>,
): Result<ConfigDraft, DecisionsError | BrokenText> {
  const checked = checkDecisions(decisions);
  if (!checked.ok) return checked;
  return withForm(draft ?? { decisions, login, byText: [], texts: {} }, { decisions, login }, parts);
}

/**
 * Records the baseline decisions: a preset, or the five one by one. A text that somebody wrote says them from then
 * on as well.
 */
export const setConfiguration = defineCommand({
  capability: 'configuration.write',
  input: z.union([byPreset, byHand]),
  output: configurationView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const stored = await findConfigDraft(tx, { workspaceId });
    const before = toConfigurationView(stored.configuration);
    if (before.version !== input.version) return err(conflict(before));

    const taken = takenFrom(input, stored.draft?.decisions ?? null);
    const next = draftAfter(stored, taken);
    if (!next.ok) return next;
    const preset = 'preset' in input ? input.preset : null;
    if (before.preset === preset && stored.draft && sameDraft(stored.draft, next.value))
      return ok(unchanged(before));

    const by = { workspaceId, changedAt, changedBy: actor.name };
    const saved = await saveConfigDraft(tx, by, stored, { next: next.value, preset });
    await certifyDraft(ctx, tx);
    const after = toConfigurationView(saved.configuration);
    const action = preset ? 'configuration.preset_taken' : 'configuration.decided';
    const entry = { action, subject: 'configuration:baseline', before, after };
    return ok(changed(after, entry, ...textEntries(stored, saved)));
  },
});
