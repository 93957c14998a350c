import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listEnvironments, saveEnvironment } from '#lib/data/environments';
import { changed } from '#lib/domain/audit/audit-event';
import {
  addEnvironment as decideEnvironment,
  environmentFields,
  environmentView,
} from '#lib/domain/environments/environment';
import { ok } from '#lib/domain/result';

/** Writes down an environment of Codex cloud. */
export const addEnvironment = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject(environmentFields),
  output: environmentView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const all = await listEnvironments(tx, { workspaceId });
    const added = decideEnvironment(input, { id: randomUUID(), all });
    if (!added.ok) return added;
    const { value } = added;
    await saveEnvironment(tx, { ...value, workspaceId, changedAt, changedBy: actor.name });
    return ok(
      changed(value, {
        action: 'environment.added',
        subject: `environment:${value.id}`,
        before: null,
        after: value,
      }),
    );
  },
});
