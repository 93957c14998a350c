import 'server-only';
import type { z } from 'zod';
import { findLastEvent } from '#lib/data/audit-log';
import type { Db } from '#lib/data/db';
import { err, ok } from '#lib/domain/result';

const gone = err({
  code: 'nothing_to_restore',
  message: 'There is nothing to put back: it was not removed, or is there again.',
});

/** Of a role, group or person that was removed and is not there again, what the record kept. */
export async function findRemoved<T extends z.ZodType>(
  tx: Db,
  { workspaceId, subject }: { workspaceId: string; subject: `${'role' | 'group' | 'person'}:${string}` },
  kept: T,
) {
  const last = await findLastEvent(tx, { workspaceId, subject });
  if (!last?.action.endsWith('.removed')) return gone;
  const before = kept.safeParse(last.before);
  return before.success ? ok(before.data) : gone;
}
