import 'server-only';
import { z } from 'zod';
import { duties } from '#lib/domain/owners/owner';
import { waveStates, type Wave, type WaveVerdict } from '#lib/domain/waves/wave';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';
import { asDate } from './stored-day';

const verdictRow = z.object({
  duty: z.enum(duties),
  verdict: z.enum(['go', 'no_go']),
  waveVersion: z.number(),
  open: z.array(z.string()),
  note: z.string().nullable(),
  at: z.coerce.date(),
  by: z.string(),
});

/** A wave as stored; days are text, instants may come as text, out of JSON. */
const waveRow = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  groupIds: z.array(z.string()),
  size: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(waveStates),
  version: z.number(),
  verdicts: z.array(verdictRow),
});

/** Every wave, the pilot first, with the newest verdict of each duty. */
export const wavesPart = listPart(
  Prisma.sql`
    select v."id", v."number", v."name", v."groupIds", v."size", v."startsOn"::text, v."endsOn"::text, v."state",
      v."version", (select coalesce(json_agg(d), '[]') from (
        select distinct on ("duty") "duty", "verdict", "waveVersion", "criteria" as "open", "note", "at", "by"
        from "WaveDecision" where "waveId" = v."id" order by "duty", "id" desc
      ) d) as "verdicts"
    from "Wave" v where v."workspaceId" = w.id order by v."number"`,
  z.array(waveRow),
);

/** Stores a wave in the place of the one of its id. */
export async function saveWave(
  db: Db,
  { verdicts, ...wave }: Wave & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  const { id, groupIds, startsOn, endsOn, ...rest } = wave;
  const data = { ...rest, groupIds: [...groupIds], startsOn: asDate(startsOn), endsOn: asDate(endsOn) };
  await db.wave.upsert({ where: { id }, create: { id, ...data }, update: data });
}

/** Adds a duty's go or no-go; earlier ones stay. */
export async function appendVerdict(
  db: Db,
  { open, ...verdict }: WaveVerdict & { workspaceId: string; waveId: string },
): Promise<void> {
  await db.waveDecision.create({ data: { ...verdict, criteria: [...open] } });
}
