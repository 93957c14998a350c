import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { findFleet, saveFleet } from '#lib/data/clients';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { fleet, sayFleet } from '#lib/domain/clients/fleet';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { seenVersion } from '#lib/domain/versioned';

/** Says which clients the fleet runs: the oldest and the newest. Findings and certificates go by them. */
export const setFleet = defineCommand({
  capability: 'client.write',
  input: z.strictObject({ oldest: clientVersion, newest: clientVersion, version: seenVersion }),
  output: fleet,
  async run({ ctx: { workspaceId, actor, now }, tx, input: { version, ...wanted } }) {
    const before = await findFleet(tx, { workspaceId });
    if (before.version !== version) return err(conflict(before));
    const said = sayFleet(wanted, before);
    if (!said.ok) return said;
    const after = said.value;
    const isSame = before.oldest === after.oldest && before.newest === after.newest;
    if (isSame && before.version > 0) return ok(unchanged(before));
    await saveFleet(tx, { workspaceId, ...after, changedAt: now, changedBy: actor.name });
    return ok(changed(after, { action: 'fleet.said', subject: 'fleet:clients', before, after }));
  },
});
