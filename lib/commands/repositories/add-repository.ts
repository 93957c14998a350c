import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listRepositoriesNamed, saveRepositories } from '#lib/data/repositories';
import { changed } from '#lib/domain/audit/audit-event';
import {
  addRepository as decideRepository,
  repositoryFields,
  repositoryView,
} from '#lib/domain/repositories/repository';
import { ok } from '#lib/domain/result';

/** Adds a repository to those of Codex cloud. */
export const addRepository = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject(repositoryFields),
  output: repositoryView,
  async run({ ctx, tx, input }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const [namesake] = await listRepositoriesNamed(tx, { workspaceId, names: [input.name] });
    const added = decideRepository(input, { id: randomUUID(), namesake });
    if (!added.ok) return added;
    const { value } = added;
    await saveRepositories(tx, { repositories: [value], workspaceId, changedAt, changedBy: actor.name });
    return ok(
      changed(value, {
        action: 'repository.added',
        subject: `repository:${value.id}`,
        before: null,
        after: value,
      }),
    );
  },
});
