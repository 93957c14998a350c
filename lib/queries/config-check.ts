import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { findFleet } from '#lib/data/clients';
import { findConfigDraft } from '#lib/data/config-draft';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { checkConfig } from '#lib/domain/config-check/check-config';
import { findingSchema } from '#lib/domain/config-check/finding';
import { deliveries } from '#lib/domain/config-check/look';
import { draftTexts } from '#lib/domain/config-text/draft-findings';
import { configFileNames } from '#lib/domain/config/file-sections';
import { defineQuery } from './define-query';

/**
 * What to know about the text of a configuration file before it reaches a client: any text, also an empty or a
 * broken one. `oldestClient` is the oldest client of the fleet, by default the one the workspace says it runs; `delivery`
 * is how the file reaches it. Stores nothing.
 */
export const checkConfiguration = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    file: z.enum(configFileNames),
    oldestClient: clientVersion.optional(),
    delivery: z.enum(deliveries).default('device'),
    /** `draft`: seen beside the other files as they are wanted now. */
    beside: z.literal('draft').optional(),
    text: z.string(),
  }),
  output: z.object({ findings: z.array(findingSchema) }),
  async run({ ctx, db, input: { beside, ...checked } }) {
    const { workspaceId } = ctx;
    const oldestClient = checked.oldestClient ?? (await findFleet(db, { workspaceId })).oldest;
    const { draft } = beside ? await findConfigDraft(db, ctx) : { draft: null };
    const companions = draft ? { companions: draftTexts(draft) } : {};
    return { findings: [...checkConfig({ ...checked, ...companions, oldestClient }, keyCatalogue)] };
  },
});
