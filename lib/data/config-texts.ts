import 'server-only';
import { z } from 'zod';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

const textRow = z.object({
  file: z.enum(configFileNames),
  text: z.string(),
  textBefore: z.string().nullable(),
  reasons: z.record(z.string(), z.string()),
  sha256: z.string(),
  version: z.number(),
  changedAt: z.coerce.date(),
  changedBy: z.string(),
});

/** The text of a configuration file that somebody wrote or imported. */
export type StoredText = z.output<typeof textRow>;

/** The texts of a workspace as sums: what states follow from. */
export const configTextsPart = listPart(
  Prisma.sql`select "file", "sha256" from "ConfigText" where "workspaceId" = w.id order by "file"`,
  z.array(z.object({ file: z.enum(configFileNames), sha256: z.string() })),
);

/** The texts of a workspace, by file; files without one follow from the form. */
export async function findTexts(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<ReadonlyMap<ConfigFileName, StoredText>> {
  const rows = await db.configText.findMany({ where: { workspaceId } });
  return new Map(rows.map((row) => textRow.parse(row)).map((row) => [row.file, row]));
}

/** Stores a text in the place of the one before. */
export async function saveText(
  db: Db,
  { workspaceId, file, ...text }: StoredText & { workspaceId: string },
): Promise<void> {
  await db.configText.upsert({
    where: { workspaceId_file: { workspaceId, file } },
    create: { workspaceId, file, ...text },
    update: text,
  });
}
