import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { loadFacts } from '#lib/data/load-facts';
import { saveWave } from '#lib/data/waves';
import { changed } from '#lib/domain/audit/audit-event';
import { ok } from '#lib/domain/result';
import { rolloutProgress } from '#lib/domain/rollout/progress';
import { waveCriteria } from '#lib/domain/waves/criteria';
import { toWaveView, waveView } from '#lib/domain/waves/wave-view';
import { checkPlan, waveFields, type Wave } from '#lib/domain/waves/wave';

/** Plans another wave, after those there are. The first is the pilot. */
export const planWave = defineCommand({
  capability: 'wave.write',
  input: z.strictObject(waveFields),
  output: waveView,
  async run({ ctx, tx, input }) {
    const checked = checkPlan(input);
    if (!checked.ok) return checked;
    const { workspaceId, now: changedAt, actor } = ctx;
    const facts = await loadFacts(ctx, tx);
    const number = Math.max(0, ...facts.waves.map((wave) => wave.number)) + 1;
    const wave: Wave = { id: randomUUID(), number, ...input, state: 'planned', version: 1, verdicts: [] };
    await saveWave(tx, { workspaceId, ...wave, changedAt, changedBy: actor.name });
    const after = toWaveView(wave, waveCriteria(wave, rolloutProgress(facts), facts.waves));
    return ok(changed(after, { action: 'wave.planned', subject: `wave:${wave.id}`, before: null, after }));
  },
});
