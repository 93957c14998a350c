import 'server-only';
import { z } from 'zod';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { checkConfig } from '#lib/domain/config-check/check-config';
import { isClientVersion } from '#lib/domain/config-check/client-version';
import { findingSchema } from '#lib/domain/config-check/finding';
import { deliveries } from '#lib/domain/config-check/look';
import { configFileNames } from '#lib/domain/config/file-sections';
import { defineQuery } from './define-query';

/**
 * What to know about the text of a configuration file before it reaches a client: any text, also an empty or a
 * broken one. `oldestClient` is the oldest client of the fleet, `delivery` how the file reaches it. Stores
 * nothing.
 */
export const checkConfiguration = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({
    file: z.enum(configFileNames),
    oldestClient: z.string().refine(isClientVersion, 'Give a version of a client, such as 0.169.0.'),
    delivery: z.enum(deliveries).default('device'),
    text: z.string(),
  }),
  output: z.object({ findings: z.array(findingSchema) }),
  run: async ({ input }) => ({ findings: [...checkConfig(input, keyCatalogue)] }),
});
