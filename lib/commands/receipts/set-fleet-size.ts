import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findFleetSize, saveFleetSize } from '#lib/data/fleet-sizes';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { fleetSizeFields, fleetSizeView } from '#lib/domain/receipts/fleet-size';
import { err, ok } from '#lib/domain/result';
import { systems } from '#lib/domain/validation/check';
import { seenVersion } from '#lib/domain/versioned';

/** Says how many machines of each system there are, so that coverage can be told of something. */
export const setFleetSize = defineCommand({
  capability: 'configuration.write',
  input: z.strictObject({ ...fleetSizeFields, version: seenVersion }),
  output: fleetSizeView,
  async run({ ctx: { workspaceId, now, actor }, tx, input: { version, ...size } }) {
    const before = await findFleetSize(tx, { workspaceId });
    if (before.version !== version) return err(conflict(before));
    if (systems.every((os) => before[os] === size[os])) return ok(unchanged(before));
    const after = { ...size, version: version + 1 };
    await saveFleetSize(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'fleet_size.set', subject: 'fleet:size', before, after }));
  },
});
