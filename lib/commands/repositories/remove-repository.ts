import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { deleteRepository, findRepository } from '#lib/data/repositories';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict, notFound } from '#lib/domain/errors';
import { repositoryView } from '#lib/domain/repositories/repository';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Takes a repository off the list; gives it as it was, so that it can be added again. */
export const removeRepository = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({ id: z.uuid(), version: seenVersion }),
  output: repositoryView,
  async run({ ctx, tx, input: { id, version } }) {
    const { workspaceId } = ctx;
    const current = await findRepository(tx, { workspaceId, id });
    if (!current) return err(notFound);
    if (current.version !== version) return err(conflict(current));
    await deleteRepository(tx, { workspaceId, id });
    return ok(
      changed(current, {
        action: 'repository.removed',
        subject: `repository:${id}`,
        before: current,
        after: null,
      }),
    );
  },
});
