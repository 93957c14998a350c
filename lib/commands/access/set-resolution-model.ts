import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findModel, saveModel } from '#lib/data/directory';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { modelView } from '#lib/domain/rbac/directory-view';
import { resolutionModels } from '#lib/domain/rbac/resolution-model';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Says by which model several roles become one access. What roles say and who has them stays. */
export const setResolutionModel = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ model: z.enum(resolutionModels), version: seenVersion }),
  output: modelView,
  async run({ ctx, tx, input: { model, version } }) {
    const { workspaceId, now, actor } = ctx;
    const before = await findModel(tx, { workspaceId });
    if (before.version !== version) return err(conflict(before));
    if (version > 0 && model === before.model) return ok(unchanged(before));

    const after = { model, version: version + 1 };
    await saveModel(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'access.model_set', subject: 'access:model', before, after }));
  },
});
