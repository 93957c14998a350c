import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { conflict, notFound } from '#lib/domain/errors';
import { expectationId } from '#lib/domain/rbac/expectations/expectation';
import { expectationsView, toExpectationsView } from '#lib/domain/rbac/expectations/expectation-views';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';
import { currentList, saveList } from './expectation-list';

/** Takes an expectation off the list. */
export const removeExpectation = defineCommand({
  capability: 'access.write',
  input: z.strictObject({ id: expectationId, version: seenVersion }),
  output: expectationsView,
  async run({ ctx, tx, input: { id, version } }) {
    const before = await currentList(ctx, tx);
    if (!before.list.some((one) => one.id === id)) return err(notFound);
    if (before.version !== version) return err(conflict(toExpectationsView(before)));
    const list = before.list.filter((one) => one.id !== id);
    return ok(await saveList(ctx, tx, { before, list, action: 'expectation.removed' }));
  },
});
