import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { loadFacts } from '#lib/data/load-facts';
import { saveLabels } from '#lib/data/workspaces';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { labelChoice, labelEras } from '#lib/domain/rollout/label-era';
import { seenVersion } from '#lib/domain/versioned';

/** Says whose labels and addresses of the vendor stand first: the guide's of March 2026, or the newest. */
export const setLabels = defineCommand({
  capability: 'workspace.write',
  input: z.strictObject({
    era: z.enum(labelEras, 'Choose whose labels stand first.'),
    version: seenVersion,
  }),
  output: labelChoice,
  async run({ ctx, tx, input: { era, version } }) {
    const { labels: before } = await loadFacts(ctx, tx);
    if (before.version !== version) return err(conflict(before));
    if (before.era === era) return ok(unchanged(before));
    const after = { era, version: version + 1 };
    await saveLabels(tx, { workspaceId: ctx.workspaceId, ...after });
    return ok(changed(after, { action: 'labels.chosen', subject: 'labels:vendor', before, after }));
  },
});
