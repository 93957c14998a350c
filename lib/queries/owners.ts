import 'server-only';
import { z } from 'zod';
import { listOwners } from '#lib/data/owners';
import { ownerView } from '#lib/domain/owners/owner';
import { defineQuery } from './define-query';

/** The three owners of Step 0, in the guide's order. */
export const readOwners = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    owners: z.array(ownerView),
  }),
  async run({ ctx, db }) {
    return { owners: await listOwners(db, { workspaceId: ctx.workspaceId }) };
  },
});
