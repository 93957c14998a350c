import 'server-only';
import type { Db } from '#lib/data/db';
import { loadFacts, type Facts } from '#lib/data/load-facts';
import type { Context } from '#lib/domain/context';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { waveCriteria, type Criterion } from '#lib/domain/waves/criteria';
import type { Wave } from '#lib/domain/waves/wave';

/** What is answered where a wave does not exist. */
export const noSuchWave = { code: 'not_found', message: 'There is no such wave.' } as const;

/** A wave of the caller's workspace, with what speaks for it now; null where there is none of that id. */
export async function findWave(
  ctx: Context,
  tx: Db,
  waveId: string,
): Promise<{ wave: Wave; facts: Facts; criteria: Criterion[] } | null> {
  const facts = await loadFacts(ctx, tx);
  const wave = facts.waves.find(({ id }) => id === waveId);
  if (!wave) return null;
  return { wave, facts, criteria: waveCriteria(wave, rolloutProgress(facts), facts.waves) };
}
