import 'server-only';
import { z } from 'zod';
import { findIntegration } from '#lib/data/integrations';
import { integrationKeys, integrationView } from '#lib/domain/integrations/integration';
import { defineQuery } from './define-query';

/** Where one integration stands. */
export const readIntegration = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ key: z.enum(integrationKeys) }),
  output: integrationView,
  run: ({ ctx, db, input: { key } }) => findIntegration(db, { workspaceId: ctx.workspaceId, key }),
});
