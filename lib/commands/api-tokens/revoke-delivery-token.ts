import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { listDeliveryTokens, saveTokensRevoked } from '#lib/data/api-tokens';
import { findZone } from '#lib/data/workspaces';
import { toTokenView, tokenView } from '#lib/domain/api-tokens/api-token';
import { changed } from '#lib/domain/audit/audit-event';
import { err, ok } from '#lib/domain/result';

/** Ends a delivery token at its next request, whoever made it: it lies on machines, not with a person. */
export const revokeDeliveryToken = defineCommand({
  capability: 'delivery.write',
  input: z.strictObject({ id: z.uuid() }),
  output: tokenView,
  async run({ ctx, tx, input: { id } }) {
    const { workspaceId, now } = ctx;
    const living = await listDeliveryTokens(tx, { workspaceId, now, fetches: 0 });
    const token = living.find((one) => one.id === id);
    if (!token) return err({ code: 'not_found', message: 'This delivery token has already ended.' });
    await saveTokensRevoked(tx, { workspaceId, memberId: token.memberId, tokenId: id, now });
    const before = toTokenView(token, await findZone(tx, { workspaceId }));
    const subject = `api_token:${id}`;
    return ok(changed(before, { action: 'delivery_token.revoked', subject, before, after: null }));
  },
});
