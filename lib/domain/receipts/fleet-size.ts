import { z } from 'zod';

const count = z
  .int('Write a whole number.')
  .min(0, 'Write 0 or more.')
  .max(10_000_000, 'Write at most 10,000,000.');

/** How many machines of each system there are; null where nobody said, 0 where the system is not used. */
export const fleetSizeFields = {
  linux: count.nullable(),
  macos: count.nullable(),
  windows: count.nullable(),
};

const fleetSize = z.object(fleetSizeFields);

/** The size of the fleet as doors hand it out. */
export const fleetSizeView = fleetSize.extend({ version: z.int() });

/** The size of the fleet with the number of its writes. */
export type FleetSizeView = z.output<typeof fleetSizeView>;

/** Nobody said anything yet. */
export const unknownFleet: FleetSizeView = { linux: null, macos: null, windows: null, version: 0 };
