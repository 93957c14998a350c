import 'server-only';
import { z } from 'zod';
import { taskStates } from '#lib/domain/rollout/task-state';
import type { SignOff } from '#lib/domain/rollout/sign-off';
import { Prisma } from '#prisma-client';
import type { Db } from './db';
import { listPart } from './facts-part';

const signedContent = z.object({
  guide: z.string(),
  step: z.number(),
  tasks: z.array(
    z.object({ id: z.string(), title: z.string(), state: z.enum(taskStates), says: z.string() }),
  ),
});

/** A signature as stored; instants may come as text, out of JSON. */
const signOffRow = z.object({
  step: z.number(),
  kind: z.enum(['signed', 'withdrawn']),
  content: signedContent,
  hash: z.string(),
  note: z.string().nullable(),
  at: z.coerce.date(),
  by: z.string(),
  version: z.number(),
});

/** The newest signature under each step, or that it was taken back. */
export const signOffsPart = listPart(
  Prisma.sql`
    select distinct on ("step") "step", "kind", "content", "hash", "note", "at", "by", "version"
    from "StepSignOff" where "workspaceId" = w.id order by "step", "version" desc`,
  z.array(signOffRow),
);

/** Adds a signature, or that it was taken back; earlier ones stay. */
export async function appendSignOff(
  db: Db,
  { content, ...signOff }: SignOff & { workspaceId: string },
): Promise<void> {
  const tasks = content.tasks.map((task) => ({ ...task }));
  await db.stepSignOff.create({ data: { ...signOff, content: { ...content, tasks } } });
}
