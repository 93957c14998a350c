import 'server-only';
import { z } from 'zod';
import { checkTaskIds, findCheck } from '#lib/catalog/find-check';
import { defineCommand } from '#lib/commands/define-command';
import { appendCheckResult } from '#lib/data/check-results';
import { loadFacts } from '#lib/data/load-facts';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { resultKey } from '#lib/domain/validation/check';
import { itemStatuses } from '#lib/domain/validation/check-status';
import { itemView, toItemView } from '#lib/domain/validation/check-view';
import { checkResultFields, recordCheck as decideResult } from '#lib/domain/validation/record-check';
import { seenVersion } from '#lib/domain/versioned';

/** Records what somebody found when looking at one item of a check. */
export const recordCheck = defineCommand({
  capability: 'check.write',
  input: z.strictObject({
    id: z.enum(checkTaskIds),
    item: z.string().max(2000),
    ...checkResultFields,
    version: seenVersion,
  }),
  output: itemView,
  async run({ ctx, tx, input: { id, item, version, ...answer } }) {
    const { workspaceId, now: at, actor } = ctx;
    const check = findCheck(id);
    // INVARIANT: the input is one of the ids that have a check.
    if (!check) throw new Error(`No check ${id}.`);
    const facts = await loadFacts(ctx, tx);
    const current = itemStatuses(id, check, facts).find(({ planned }) => planned.item === item);
    if (!current) return err({ code: 'not_found', message: 'There is no such thing to look at.' });
    const before = toItemView(current);
    if (before.version !== version) return err(conflict(before));

    const said = { taskId: id, at, by: actor.name, version: before.version + 1 };
    const result = decideResult(current.planned, answer, said);
    if (!result.ok) return result;
    await appendCheckResult(tx, { workspaceId, ...result.value });
    const results = new Map(facts.checkResults).set(resultKey(id, item), result.value);
    const next = itemStatuses(id, check, { ...facts, checkResults: results });
    // INVARIANT: results do not change what there is to look at.
    const after = toItemView(next.find(({ planned }) => planned.item === item) ?? current);
    return ok(changed(after, { action: 'check.recorded', subject: `task:${id}`, before, after }));
  },
});
