import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditEntry } from '#lib/domain/audit/audit-event';
import { chainHash, chainStart, type ChainedEvent } from '#lib/domain/audit/chain';
import type { Context } from '#lib/domain/context';
import type { Db } from './db';
import { sha256 } from './sha256';

/** One stored event of the audit log. */
export type AuditEvent = Omit<ChainedEvent, 'at'> & { at: Date; previousHash: string; hash: string };

/** A value as it will come back from a JSON column: dates as ISO strings, absent keys gone. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * Adds entries at the end of the workspace's chain.
 *
 * INVARIANT: the caller holds the workspace's turn, so nobody else reads the same last event.
 */
export async function appendAuditEvents(tx: Db, ctx: Context, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { workspaceId } = ctx;
  const last = await tx.auditEvent.findFirst({
    where: { workspaceId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, hash: true },
  });
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? chainStart;

  const events: LinkedEvent[] = [];
  for (const entry of entries) {
    sequence += 1;
    const event: ChainedEvent = {
      workspaceId,
      sequence,
      id: randomUUID(),
      at: ctx.now.toISOString(),
      actorId: ctx.actor.id,
      actorName: ctx.actor.name,
      via: ctx.via,
      requestId: ctx.requestId,
      action: entry.action,
      subject: entry.subject,
      before: stored(entry.before),
      after: stored(entry.after),
    };
    const hash = chainHash(event, previousHash, sha256);
    events.push({ ...event, previousHash, hash });
    previousHash = hash;
  }
  for (let from = 0; from < events.length; from += eventsAtOnce) {
    await insertEvents(tx, workspaceId, events.slice(from, from + eventsAtOnce));
  }
}

type LinkedEvent = ChainedEvent & { previousHash: string; hash: string };

/** Events of one statement: a write of thousands of objects must not wait for as many answers. */
const eventsAtOnce = 500;

// Plain SQL, because Prisma has two different nulls for a JSON column and the log needs just one.
async function insertEvents(tx: Db, workspaceId: string, events: readonly LinkedEvent[]): Promise<void> {
  const of = (name: Exclude<keyof LinkedEvent, 'before' | 'after' | 'sequence'>) =>
    events.map((event) => event[name]);
  const json = (name: 'before' | 'after') => events.map((event) => JSON.stringify(event[name]));
  await tx.$executeRaw`
    insert into "AuditEvent" ("workspaceId", "sequence", "id", "at", "actorId", "actorName", "via", "requestId",
      "action", "subject", "before", "after", "previousHash", "hash")
    select ${workspaceId}::uuid, e."sequence", e."id"::uuid, e."at"::timestamptz, e."actorId", e."actorName",
      e."via", e."requestId", e."action", e."subject", e."before"::jsonb, e."after"::jsonb, e."previousHash",
      e."hash"
    from unnest(
      ${events.map(({ sequence }) => sequence)}::int[], ${of('id')}::text[], ${of('at')}::text[],
      ${of('actorId')}::text[], ${of('actorName')}::text[], ${of('via')}::text[], ${of('requestId')}::text[],
      ${of('action')}::text[], ${of('subject')}::text[], ${json('before')}::text[], ${json('after')}::text[],
      ${of('previousHash')}::text[], ${of('hash')}::text[]
    ) as e("sequence", "id", "at", "actorId", "actorName", "via", "requestId", "action", "subject", "before",
      "after", "previousHash", "hash")`;
}

const eventRow = z.object({
  workspaceId: z.string(),
  sequence: z.number(),
  id: z.string(),
  at: z.date(),
  actorId: z.string(),
  actorName: z.string(),
  via: z.string(),
  requestId: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  previousHash: z.string(),
  hash: z.string(),
});

/** Events of one workspace, newest first, before `beforeSequence` where given; at most `limit`. */
export async function listAuditEvents(
  db: Db,
  {
    workspaceId,
    beforeSequence,
    limit,
  }: { workspaceId: string; beforeSequence: number | null; limit: number },
): Promise<AuditEvent[]> {
  const rows = await db.auditEvent.findMany({
    where: { workspaceId, ...(beforeSequence === null ? {} : { sequence: { lt: beforeSequence } }) },
    orderBy: { sequence: 'desc' },
    take: limit,
  });
  return z.array(eventRow).parse(rows);
}

/** The newest event of one action or about one subject; null where there is none. */
export async function findLastEvent(
  db: Db,
  { workspaceId, ...about }: { workspaceId: string } & ({ action: string } | { subject: string }),
): Promise<AuditEvent | null> {
  const row = await db.auditEvent.findFirst({
    where: { workspaceId, ...about },
    orderBy: { sequence: 'desc' },
  });
  return row && eventRow.parse(row);
}

/** The workspace's whole chain, oldest first, in the form the hashes were made of. */
export async function listChain(
  db: Db,
  { workspaceId }: { workspaceId: string },
): Promise<(ChainedEvent & { previousHash: string; hash: string })[]> {
  const rows = await db.auditEvent.findMany({ where: { workspaceId }, orderBy: { sequence: 'asc' } });
  return z
    .array(eventRow)
    .parse(rows)
    .map((event) => ({ ...event, at: event.at.toISOString() }));
}
