import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listMemberTokens, saveTokensRevoked } from '#lib/data/api-tokens';
import { findZone } from '#lib/data/workspaces';
import { toTokenView, tokenView } from '#lib/domain/api-tokens/api-token';
import { changed } from '#lib/domain/audit/audit-event';
import { err, ok } from '#lib/domain/result';

/** Ends one of the caller's own API tokens, at its next request. */
export const revokeApiToken = defineCommand({
  capability: 'token.own',
  input: z.strictObject({ id: z.uuid() }),
  output: tokenView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now } = ctx;
    const whose = { workspaceId, memberId: ctx.actor.id, now };
    const token = (await listMemberTokens(tx, whose)).find((own) => own.id === id);
    if (!token) return err({ code: 'not_found', message: 'This API token has already ended.' });
    await saveTokensRevoked(tx, { ...whose, tokenId: id });
    const before = toTokenView(token, await findZone(tx, { workspaceId }));
    return ok(
      changed(before, { action: 'api_token.revoked', subject: `api_token:${id}`, before, after: null }),
    );
  },
});
