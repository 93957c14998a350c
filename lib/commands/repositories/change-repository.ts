import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findRepository, listRepositoriesNamed, saveRepositories } from '#lib/data/repositories';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict, notFound } from '#lib/domain/errors';
import {
  changeRepository as decideRepository,
  repositoryFields,
  repositoryView,
} from '#lib/domain/repositories/repository';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Changes what is written down of a repository. */
export const changeRepository = defineCommand({
  capability: 'cloud.write',
  input: z.strictObject({ id: z.uuid(), ...repositoryFields, version: seenVersion }),
  output: repositoryView,
  async run({ ctx, tx, input: { id, version, ...words } }) {
    const { workspaceId, now: changedAt, actor } = ctx;
    const current = await findRepository(tx, { workspaceId, id });
    if (!current) return err(notFound);
    if (current.version !== version) return err(conflict(current));

    const [namesake] = await listRepositoriesNamed(tx, { workspaceId, names: [words.name] });
    const next = decideRepository(current, words, namesake);
    if (!next.ok) return next;
    if (next.value === current) return ok(unchanged(current));
    await saveRepositories(tx, { repositories: [next.value], workspaceId, changedAt, changedBy: actor.name });
    return ok(
      changed(next.value, {
        action: 'repository.changed',
        subject: `repository:${id}`,
        before: current,
        after: next.value,
      }),
    );
  },
});
