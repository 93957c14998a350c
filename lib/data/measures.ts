import 'server-only';
import { z } from 'zod';
import {
  directions,
  type FollowedMeasure,
  type Measure,
  type MeasureValue,
} from '#lib/domain/measures/measure';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';
import { asDate, storedDay } from './stored-day';

/** A measure with its newest value; instants and days come as text, out of JSON. */
const measureRow = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    direction: z.enum(directions),
    target: z.number(),
    source: z.string(),
    retiredAt: z.coerce.date().nullable(),
    version: z.number(),
    value: z.number().nullable(),
    on: storedDay.nullable(),
  })
  .transform(({ value, on, ...measure }): FollowedMeasure => {
    return { ...measure, current: value === null || on === null ? null : { value, on } };
  });

const withNewest = (workspaceId: Prisma.Sql) => Prisma.sql`
  select m."id", m."name", m."unit", m."direction", m."target", m."source", m."retiredAt", m."version",
    v."value", v."on"
  from "Measure" m
  left join lateral (
    select "value", "on" from "MeasureValue" where "measureId" = m."id" order by "on" desc, "id" desc limit 1
  ) v on true
  where m."workspaceId" = ${workspaceId} order by m."createdAt", m."id"`;

/** Every measure, retired ones among them, each with its newest value. */
export const measuresPart = listPart(withNewest(Prisma.sql`w.id`), z.array(measureRow));

/** Every measure of a workspace, retired ones among them, each with its newest value. */
export async function listMeasures(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<FollowedMeasure[]> {
  const rows: unknown = await db.$queryRaw`
    select to_json(r) as "measure" from (${withNewest(Prisma.sql`${workspaceId}::uuid`)}) r`;
  return z
    .array(z.object({ measure: measureRow }))
    .parse(rows)
    .map(({ measure }) => measure);
}

const valueRow = z.object({
  measureId: z.string(),
  value: z.number(),
  on: storedDay,
  note: z.string().nullable(),
  by: z.string(),
  at: z.date(),
});

/** Every recorded value of a workspace's measures in the order they were recorded, by measure. */
export async function listMeasureValues(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<Map<string, MeasureValue[]>> {
  const rows = await db.measureValue.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
  const values = new Map<string, MeasureValue[]>();
  for (const { measureId, ...value } of z.array(valueRow).parse(rows)) {
    values.set(measureId, [...(values.get(measureId) ?? []), value]);
  }
  return values;
}

/** Adds a measure. */
export async function appendMeasure(
  db: Db,
  measure: Measure & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  await db.measure.create({ data: { ...measure, createdAt: measure.changedAt } });
}

/** Stores a measure in the place of what it was; its values stay. */
export async function saveMeasure(
  db: Db,
  { workspaceId, id, ...measure }: Measure & { workspaceId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  await db.measure.update({ where: { id, workspaceId }, data: measure });
}

/** Adds a value of a measure; earlier rows stay, also those of the same day. */
export async function appendMeasureValue(
  db: Db,
  { on, ...value }: MeasureValue & { workspaceId: string; measureId: string },
): Promise<void> {
  await db.measureValue.create({ data: { ...value, on: asDate(on) } });
}
