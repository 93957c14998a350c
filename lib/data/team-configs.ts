import 'server-only';
import { z } from 'zod';
import { starterTeamConfig } from '#lib/catalog/team-config-starter';
import { rulesText, skillList, type TeamConfig } from '#lib/domain/team-config/team-config';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { onePart } from './facts-part';

/** Rules and skills of a workspace; version 0 and the starter content until somebody saved. */
export type StoredTeamConfig = TeamConfig & {
  version: number;
  changedAt: Date | null;
  changedBy: string | null;
};

const teamConfigRow = z.object({
  rules: rulesText,
  skills: skillList,
  version: z.number(),
  changedAt: z.date(),
  changedBy: z.string(),
});

/** Of rules and skills what states follow from: never the texts, which are long. */
export const teamConfigPart = onePart(
  Prisma.sql`select "sha256", "errors", "version" from "TeamConfig" where "workspaceId" = w.id`,
  z.object({ sha256: z.string(), errors: z.number(), version: z.number() }).nullable(),
);

/** The rules and skills of a workspace. */
export async function findTeamConfig(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<StoredTeamConfig> {
  const row = await db.teamConfig.findUnique({ where: { workspaceId } });
  return row
    ? teamConfigRow.parse(row)
    : { ...starterTeamConfig, version: 0, changedAt: null, changedBy: null };
}

/** Stores rules and skills in the place of those before. */
export async function saveTeamConfig(
  db: Db,
  {
    workspaceId,
    skills,
    ...rest
  }: TeamConfig & {
    workspaceId: string;
    sha256: string;
    errors: number;
    version: number;
    changedAt: Date;
    changedBy: string;
  },
): Promise<void> {
  const stored = { ...rest, skills: [...skills] };
  await db.teamConfig.upsert({
    where: { workspaceId },
    create: { workspaceId, ...stored },
    update: stored,
  });
}
