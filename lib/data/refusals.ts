import 'server-only';
import type { Db } from './db';

/** Something that was not let through: a sign-in that failed, or an action the app role may not do. */
export type Refusal = {
  kind: 'forbidden' | 'sign_in';
  workspaceId: string | null;
  subject: string;
  address: string;
  capability: string;
  at: Date;
};

const keptDays = 30;
const perSubjectAndMinute = 20;

/**
 * Notes a refusal, at most twenty a minute for one subject so that nobody can fill the disk with them, and
 * lets go of those older than thirty days.
 */
export async function recordRefusal(db: Db, refusal: Refusal): Promise<void> {
  const { kind, workspaceId, subject, address, capability, at } = refusal;
  await db.$executeRaw`
    insert into "Refusal" ("kind", "workspaceId", "subject", "address", "capability", "at")
    select ${kind}, ${workspaceId}::uuid, ${subject}, ${address}, ${capability}, ${at}::timestamptz
    where (select count(*) from "Refusal" where "kind" = ${kind} and "subject" = ${subject}
      and "at" > ${at}::timestamptz - interval '1 minute') < ${perSubjectAndMinute}`;
  await db.$executeRaw`delete from "Refusal" where "at" < ${at}::timestamptz - make_interval(days => ${keptDays})`;
}

/** How many sign-ins failed since `since` for one subject, and from one network address. */
export async function countFailedSignIns(
  db: Db,
  { subject, address, since }: { subject: string; address: string; since: Date },
): Promise<{ bySubject: number; byAddress: number }> {
  const where = { kind: 'sign_in', at: { gt: since } };
  const [bySubject, byAddress] = await Promise.all([
    db.refusal.count({ where: { ...where, subject } }),
    db.refusal.count({ where: { ...where, address } }),
  ]);
  return { bySubject, byAddress };
}

/** Takes back the failed sign-ins of one subject, once it has proved who it is. */
export async function forgetFailedSignIns(db: Db, { subject }: { subject: string }): Promise<void> {
  await db.refusal.deleteMany({ where: { kind: 'sign_in', subject } });
}
