import 'server-only';
import { cache } from 'react';
import { readRollout, type Rollout } from '#lib/queries/rollout';
import { requireContext } from './context';

/** The rollout of a workspace, read once for a whole page: the rail, the page and its panels share it. */
export const rolloutOf = cache(async (slug: string): Promise<Rollout> => {
  const rollout = await readRollout(await requireContext(slug));
  // INVARIANT: every workspace has a rollout; only things inside one can be missing.
  if (!rollout) throw new Error('The rollout of a workspace is missing.');
  return rollout;
});
