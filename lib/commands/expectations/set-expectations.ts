import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { draftOf, mostExpectations, plainExpectation } from '#lib/domain/rbac/expectations/expectation';
import { expectationsView, toExpectationsView } from '#lib/domain/rbac/expectations/expectation-views';
import { isSameList } from '#lib/domain/rbac/expectations/read-expectations';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { currentList, listOf, saveList } from './expectation-list';

/** Says all that is expected of access, in order. Sentences that were there keep their ids. */
export const setExpectations = defineCommand({
  capability: 'access.write',
  input: z.strictObject({
    expectations: z.array(plainExpectation).max(mostExpectations),
    version: seenVersion,
  }),
  output: expectationsView,
  async run({ ctx, tx, input: { expectations, version } }) {
    const before = await currentList(ctx, tx);
    if (before.version !== version) return err(conflict(toExpectationsView(before)));
    const list = await listOf(ctx, tx, { drafts: expectations.map(draftOf), before });
    if (!list.ok) return list;
    if (isSameList(list.value, before.list)) return ok(unchanged(toExpectationsView(before)));
    return ok(await saveList(ctx, tx, { before, list: list.value, action: 'expectations.set' }));
  },
});
