import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { deleteEnvironment, listEnvironments } from '#lib/data/environments';
import { changed } from '#lib/domain/audit/audit-event';
import { environmentView } from '#lib/domain/environments/environment';
import { conflict, notFound } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Removes an environment from what is written down; gives it as it was, so that it can be added again. */
export const removeEnvironment = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({ id: z.uuid(), version: seenVersion }),
  output: environmentView,
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId } = ctx;
    const current = (await listEnvironments(tx, { workspaceId })).find((one) => one.id === id);
    if (!current) return err(notFound);
    if (current.version !== version) return err(conflict(current));
    await deleteEnvironment(tx, { workspaceId, id });
    return ok(
      changed(current, {
        action: 'environment.removed',
        subject: `environment:${id}`,
        before: current,
        after: null,
      }),
    );
  },
});
