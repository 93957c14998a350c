import { z } from 'zod';
import { clientVersion } from '#lib/domain/certificates/certificate';
import { compareVersions } from '#lib/domain/config-check/client-version';
import { err, ok, type Result } from '#lib/domain/result';

/** The oldest and the newest client of the fleet; version 0 until somebody said. */
export const fleet = z.object({ oldest: clientVersion, newest: clientVersion, version: z.int() });

/** The oldest and the newest client of the fleet. */
export type Fleet = z.output<typeof fleet>;

/** The fleet of a workspace that said nothing of it: every client is the newest that is known. */
export const unknownFleet = (newestKnown: string): Fleet => ({
  oldest: newestKnown,
  newest: newestKnown,
  version: 0,
});

/** The fleet as somebody says it is. Fails with `fleet_reversed`. */
export function sayFleet(
  wanted: Omit<Fleet, 'version'>,
  current: Fleet,
): Result<Fleet, { code: 'fleet_reversed'; message: string; fields: Record<string, string[]> }> {
  if (compareVersions(wanted.oldest, wanted.newest) > 0) {
    const message = 'The oldest client is newer than the newest.';
    return err({ code: 'fleet_reversed', message, fields: { oldest: [message] } });
  }
  return ok({ oldest: wanted.oldest, newest: wanted.newest, version: current.version + 1 });
}
