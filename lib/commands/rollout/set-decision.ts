import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findDecision, saveDecision } from '#lib/data/rollout-decisions';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { decide, surfaceChoices } from '#lib/domain/rollout/decision';
import { seenVersion } from '#lib/domain/versioned';

/** Records the rollout decision: local, cloud or both. Nothing recorded elsewhere is touched by it. */
export const setDecision = defineCommand({
  capability: 'decision.write',
  input: z.strictObject({
    surfaces: z.enum(surfaceChoices, 'Choose local, cloud or both.'),
    version: seenVersion,
  }),
  output: z.object({ surfaces: z.enum(surfaceChoices).nullable(), version: z.int() }),
  async run({ ctx, tx, input: { surfaces, version } }) {
    const { workspaceId } = ctx;
    const stored = await findDecision(tx, { workspaceId });
    const current = { surfaces: stored.surfaces, version: stored.version };
    if (current.version !== version) return err(conflict(current));

    const next = decide(current, surfaces);
    if (next === current) return ok(unchanged(current));
    await saveDecision(tx, {
      workspaceId,
      surfaces,
      version: next.version,
      decidedAt: ctx.now,
      decidedBy: ctx.actor.name,
    });
    return ok(
      changed(next, { action: 'decision.made', subject: 'decision:rollout', before: current, after: next }),
    );
  },
});
