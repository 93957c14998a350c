import 'server-only';
import { z } from 'zod';
import { decisionsSchema, type Decisions } from '#lib/domain/config/decisions';
import { presetNames, type PresetName } from '#lib/domain/config/presets';
import { formParts, type FormPart } from '#lib/domain/config-text/decision-places';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** The baseline decisions of a workspace; version 0 and no decisions until somebody chose. */
export type Configuration = {
  preset: PresetName | null;
  decisions: Decisions | null;
  /** What the texts of the files decide in a way the form has no field for. */
  byText: readonly FormPart[];
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/** A stored configuration; instants may come as text, out of JSON. */
const configurationRow = z.object({
  preset: z.enum(presetNames).nullable(),
  decisions: decisionsSchema,
  byText: z.array(z.enum(formParts)),
  version: z.number(),
  changedAt: z.coerce.date(),
  changedBy: z.string(),
});

/** The baseline decisions of a workspace. */
export const configurationPart = onePart(
  Prisma.sql`select * from "Configuration" where "workspaceId" = w.id`,
  configurationRow.nullable(),
);

/** What stands in the place of a configuration that was never chosen. */
export const neverConfigured: Configuration = {
  preset: null,
  decisions: null,
  byText: [],
  version: 0,
  changedAt: null,
  changedBy: null,
};

/** The configuration of a workspace. */
export async function findConfiguration(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Configuration> {
  const row = await db.configuration.findUnique({ where: { workspaceId } });
  return row ? configurationRow.parse(row) : neverConfigured;
}

/** Stores the configuration in the place of the one before. */
export async function saveConfiguration(
  db: Db,
  { workspaceId, ...configuration }: { workspaceId: string } & z.output<typeof configurationRow>,
): Promise<void> {
  await db.configuration.upsert({
    where: { workspaceId },
    create: { workspaceId, ...configuration },
    update: configuration,
  });
}
