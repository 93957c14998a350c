import 'server-only';
import { guide } from '#lib/catalog/guide';
import type { Context } from '#lib/domain/context';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Db } from './db';
import { findStoredRollout, type StoredRollout } from './rollout-facts';
import { sha256 } from './sha256';

/** All that task states follow from, with who decided and configured, when. */
export type Facts = RolloutFacts & StoredRollout;

/** All that task states of the caller's workspace follow from now. Commands and queries ask it alike. */
export async function loadFacts(
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  db: Db,
): Promise<Facts> {
  return { ...(await findStoredRollout(db, { workspaceId })), guide, now, digest: sha256 };
}
