import 'server-only';
import { z } from 'zod';
import { listChannels } from '#lib/data/channels';
import { listReportingOwners } from '#lib/data/reporting-owners';
import { findCadence } from '#lib/data/review-cadence';
import { channelView } from '#lib/domain/channels/channel-view';
import { reportingAreas } from '#lib/domain/reporting-owners/reporting-owner';
import { cadences } from '#lib/domain/reviews/cadence';
import { defineQuery } from './define-query';

/** Every governance channel, as it was last recorded. */
export const readChannels = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ channels: z.array(channelView) }),
  async run({ ctx: { workspaceId }, db }) {
    return { channels: await listChannels(db, { workspaceId }) };
  },
});

/** Who answers for adoption reporting, and for audit and compliance review. */
export const readReportingOwners = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    owners: z.array(
      z.object({
        area: z.enum(reportingAreas),
        name: z.string().nullable(),
        email: z.string().nullable(),
        version: z.int(),
      }),
    ),
  }),
  async run({ ctx: { workspaceId }, db }) {
    return { owners: await listReportingOwners(db, { workspaceId }) };
  },
});

/** How often governance looks, and when next. */
export const readCadence = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    every: z.enum(cadences).nullable(),
    nextOn: z.iso.date().nullable(),
    version: z.int(),
  }),
  run: ({ ctx: { workspaceId }, db }) => findCadence(db, { workspaceId }),
});
