import 'server-only';
import { z } from 'zod';
import { loadFacts } from '#lib/data/load-facts';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { waveCriteria } from '#lib/domain/waves/criteria';
import { toWaveView, waveView } from '#lib/domain/waves/wave-view';
import { defineQuery } from './define-query';

/** Every wave, the pilot first, with what speaks for it and who has signed. */
export const readWaves = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ waves: z.array(waveView) }),
  async run({ ctx, db }) {
    const facts = await loadFacts(ctx, db);
    const progress = rolloutProgress(facts);
    return {
      waves: facts.waves.map((wave) => toWaveView(wave, waveCriteria(wave, progress, facts.waves))),
    };
  },
});
