import 'server-only';
import { z } from 'zod';
import { checkTaskIds, findCheck } from '#lib/catalog/find-check';
import { loadFacts } from '#lib/data/load-facts';
import { itemStatuses } from '#lib/domain/validation/check-status';
import { itemView, toItemView } from '#lib/domain/validation/check-view';
import { defineQuery } from './define-query';

/** Every check of Step 6 with what there is to look at and what was found last. */
export const readChecks = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ checks: z.array(z.object({ id: z.string(), items: z.array(itemView) })) }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const checks = checkTaskIds.map((id) => {
      const check = findCheck(id);
      return { id, items: check ? itemStatuses(id, check, facts).map(toItemView) : [] };
    });
    return { checks };
  },
});
