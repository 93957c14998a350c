import 'server-only';
import { z } from 'zod';
import { listMemberChoices as findChoices } from '#lib/data/member-records';
import { defineQuery } from './define-query';

/** The members who have access now, by name: for a form that names a person. */
export const listMemberChoices = defineQuery({
  capability: 'members.read',
  input: z.strictObject({}),
  output: z.object({
    members: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
  }),
  async run({ ctx, db }) {
    return { members: await findChoices(db, { workspaceId: ctx.workspaceId, now: ctx.now }) };
  },
});
