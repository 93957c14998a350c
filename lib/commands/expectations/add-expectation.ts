import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { expectationId, mostExpectations } from '#lib/domain/rbac/expectations/expectation';
import {
  draftOfFields,
  expectationFields,
  expectationsView,
  refuseIncomplete,
} from '#lib/domain/rbac/expectations/expectation-views';
import { ok } from '#lib/domain/result';
import { asDraft, currentList, listOf, saveList } from './expectation-list';

const formerPlace = {
  id: expectationId.nullable().default(null),
  place: z.int().min(0).default(mostExpectations),
};

/**
 * Adds a sentence that must hold, below the others; it contradicts nobody's change, so it needs no version. Whoever
 * puts one back gives its `id`, by which acceptances know it, and the `place` it had, counted from 0.
 */
export const addExpectation = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ ...expectationFields, ...formerPlace }).superRefine(refuseIncomplete),
  output: expectationsView,
  async run({ ctx, tx, input: { id, place, ...said } }) {
    const before = await currentList(ctx, tx);
    const drafts = before.list.map(asDraft).toSpliced(place, 0, draftOfFields(said, id));
    const list = await listOf(ctx, tx, { drafts, before });
    if (!list.ok) return list;
    return ok(await saveList(ctx, tx, { before, list: list.value, action: 'expectation.added' }));
  },
});
