import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { conflict, notFound } from '#lib/domain/errors';
import { expectationId } from '#lib/domain/rbac/expectations/expectation';
import {
  draftOfFields,
  expectationFields,
  expectationsView,
  refuseIncomplete,
  toExpectationsView,
} from '#lib/domain/rbac/expectations/expectation-views';
import { isSameList } from '#lib/domain/rbac/expectations/read-expectations';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { asDraft, currentList, listOf, saveList } from './expectation-list';

/** Lets an expectation say something else; it keeps its id and its place. */
export const changeExpectation = defineCommand({
  capability: 'access.write',
  input: z
    .strictObject({ id: expectationId, ...expectationFields, version: seenVersion })
    .superRefine(refuseIncomplete),
  output: expectationsView,
  async run({ ctx, tx, input: { id, version, ...fields } }) {
    const before = await currentList(ctx, tx);
    if (!before.list.some((one) => one.id === id)) return err(notFound);
    if (before.version !== version) return err(conflict(toExpectationsView(before)));
    const drafts = before.list.map((one) => (one.id === id ? draftOfFields(fields, id) : asDraft(one)));
    const list = await listOf(ctx, tx, { drafts, before });
    if (!list.ok) return list;
    if (isSameList(list.value, before.list)) return ok(unchanged(toExpectationsView(before)));
    return ok(await saveList(ctx, tx, { before, list: list.value, action: 'expectation.changed' }));
  },
});
