import 'server-only';
import { z } from 'zod';
import { countRepositories, findRepository, listRepositories } from '#lib/data/repositories';
import { repositoryView } from '#lib/domain/repositories/repository';
import { writeRepositoryCsv } from '#lib/domain/repositories/repository-csv';
import { repositoryPageSize, repositorySearch } from '#lib/domain/repositories/repository-filter';
import { isStorable } from '#lib/domain/text';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** Most rows of a file; a list that is longer is filtered first. */
const maxFileRows = 50_000;

/**
 * The repositories by name, a page at a time. `after` is the name to go on behind; `next` is that of the
 * following page, null on the last one.
 */
export const readRepositories = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    ...repositorySearch,
    after: z.string().max(140).refine(isStorable).optional(),
    limit: z.coerce.number().int().min(1).max(repositoryPageSize).default(repositoryPageSize),
  }),
  output: z.object({
    repositories: z.array(repositoryView),
    /** How many the search finds, and how many of them stand before this page. */
    total: z.int(),
    before: z.int(),
    next: z.string().nullable(),
  }),
  async run({ ctx, db, input: { limit, after = null, ...search } }) {
    const searched = { workspaceId: ctx.workspaceId, ...search, after };
    const [found, { total, before }] = await Promise.all([
      listRepositories(db, { ...searched, limit: limit + 1 }),
      countRepositories(db, searched),
    ]);
    const repositories = found.slice(0, limit);
    const next = found.length > limit ? (repositories.at(-1)?.name ?? null) : null;
    return { repositories, total, before, next };
  },
});

/** One repository. */
export const readRepository = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ id: z.uuid() }),
  output: repositoryView,
  async run({ ctx, db, input: { id } }) {
    return (await findRepository(db, { workspaceId: ctx.workspaceId, id })) ?? null;
  },
});

/** Every repository a search finds, as a CSV file that can be imported again. */
export const readRepositoriesFile = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject(repositorySearch),
  output: z.object({ name: z.string(), text: z.string(), sha256: z.string() }),
  async run({ ctx, db, input }) {
    const { workspaceId } = ctx;
    const found = await listRepositories(db, { workspaceId, ...input, after: null, limit: maxFileRows });
    const text = writeRepositoryCsv(found);
    return {
      name: 'repositories.csv',
      text,
      sha256: sha256(text),
    };
  },
});
