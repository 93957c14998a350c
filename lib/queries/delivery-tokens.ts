import 'server-only';
import { z } from 'zod';
import { listDeliveryTokens } from '#lib/data/api-tokens';
import { findZone } from '#lib/data/workspaces';
import { deliveryTokenView, toDeliveryTokenView } from '#lib/domain/api-tokens/api-token';
import { defineQuery } from './define-query';

/** Files named for each token, those fetched last. */
const fetchesShown = 20;

/** The living tokens with which machines fetch releases, the newest first, and what was fetched with each last. */
export const readDeliveryTokens = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ tokens: z.array(deliveryTokenView) }),
  async run({ ctx: { workspaceId, now }, db }) {
    const zone = await findZone(db, { workspaceId });
    const found = await listDeliveryTokens(db, { workspaceId, now, fetches: fetchesShown });
    return { tokens: found.map((token) => toDeliveryTokenView(token, zone)) };
  },
});
