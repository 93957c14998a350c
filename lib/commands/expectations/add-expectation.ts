import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import {
  draftOfFields,
  expectationFields,
  expectationsView,
  refuseIncomplete,
} from '#lib/domain/rbac/expectations/expectation-views';
import { ok } from '#lib/domain/result';
import { asDraft, currentList, listOf, saveList } from './expectation-list';

/** Adds a sentence that must hold, below the others; it contradicts nobody's change, so it needs no version. */
export const addExpectation = defineCommand({
  capability: 'access.write',
  input: z.strictObject(expectationFields).superRefine(refuseIncomplete),
  output: expectationsView,
  async run({ ctx, tx, input }) {
    const before = await currentList(ctx, tx);
    const drafts = [...before.list.map(asDraft), draftOfFields(input)];
    const list = await listOf(ctx, tx, { drafts, before });
    if (!list.ok) return list;
    return ok(await saveList(ctx, tx, { before, list: list.value, action: 'expectation.added' }));
  },
});
