import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { unchanged } from '#lib/domain/audit/audit-event';
import { conflict, notFound } from '#lib/domain/errors';
import { expectationId } from '#lib/domain/rbac/expectations/expectation';
import { expectationsView, toExpectationsView } from '#lib/domain/rbac/expectations/expectation-views';
import { moveOne } from '#lib/domain/rbac/expectations/move-one';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { currentList, saveList } from './expectation-list';

/** Moves an expectation up or down by one; at the end of the list it stays. */
export const moveExpectation = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: expectationId, to: z.enum(['up', 'down']), version: seenVersion }),
  output: expectationsView,
  async run({ ctx, tx, input: { id, to, version } }) {
    const before = await currentList(ctx, tx);
    if (!before.list.some((one) => one.id === id)) return err(notFound);
    if (before.version !== version) return err(conflict(toExpectationsView(before)));
    const list = moveOne(before.list, id, to);
    if (list === before.list) return ok(unchanged(toExpectationsView(before)));
    return ok(await saveList(ctx, tx, { before, list, action: 'expectations.ordered' }));
  },
});
