import 'server-only';
import { z } from 'zod';
import { listMemberTokens } from '#lib/data/api-tokens';
import { findZone } from '#lib/data/workspaces';
import { toTokenView, tokenView } from '#lib/domain/api-tokens/api-token';
import { defineQuery } from './define-query';

/** The caller's own living API tokens, the newest first. */
export const readOwnTokens = defineQuery({
  capability: 'token.own',
  input: z.strictObject({}),
  output: z.object({ tokens: z.array(tokenView) }),
  async run({ ctx, db }) {
    const { workspaceId, now } = ctx;
    const zone = await findZone(db, { workspaceId });
    const found = await listMemberTokens(db, { workspaceId, memberId: ctx.actor.id, now });
    return { tokens: found.map((token) => toTokenView(token, zone)) };
  },
});
