import 'server-only';
import { z } from 'zod';
import { listEnvironments } from '#lib/data/environments';
import { environmentView } from '#lib/domain/environments/environment';
import { defineQuery } from './define-query';

/** Every environment that is written down, by name. */
export const readEnvironments = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ environments: z.array(environmentView) }),
  async run({ ctx, db }) {
    return { environments: await listEnvironments(db, { workspaceId: ctx.workspaceId }) };
  },
});
