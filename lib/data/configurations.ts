import 'server-only';
import { z } from 'zod';
import { decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import { presetNames, type PresetName } from '#lib/domain/config/presets';
import type { Db } from './db';

/** The baseline decisions of a workspace; version 0 and no decisions until somebody chose. */
export type Configuration = {
  preset: PresetName | null;
  decisions: Decisions | null;
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

const configurationRow = z.object({
  preset: z.enum(presetNames).nullable(),
  decisions: decisionsSchema,
  version: z.number(),
  changedAt: z.date(),
  changedBy: z.string(),
});

/** The configuration of a workspace. */
export async function findConfiguration(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Configuration> {
  const row = await db.configuration.findUnique({ where: { workspaceId } });
  if (!row) return { preset: null, decisions: null, version: 0, changedAt: null, changedBy: null };
  return configurationRow.parse(row);
}

/** Stores the configuration in the place of the one before. */
export async function saveConfiguration(
  db: Db,
  {
    workspaceId,
    ...configuration
  }: {
    workspaceId: string;
    preset: PresetName | null;
    decisions: Decisions;
    version: number;
    changedAt: Date;
    changedBy: string;
  },
): Promise<void> {
  await db.configuration.upsert({
    where: { workspaceId },
    create: { workspaceId, ...configuration },
    update: configuration,
  });
}
