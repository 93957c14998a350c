import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveWave } from '#lib/data/waves';
import { changed, unchanged } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { toWaveView, waveView } from '#lib/domain/waves/wave-view';
import { changeWave as decidePlan, waveFields } from '#lib/domain/waves/wave';
import { seenVersion } from '#lib/domain/versioned';
import { findWave, noSuchWave } from './find-wave';

/** Changes the plan of a wave that is not over. */
export const changeWave = defineCommand({
  capability: 'wave.write',
  input: z.strictObject({ id: z.uuid(), ...waveFields, version: seenVersion }),
  output: waveView,
  async run({ ctx, tx, input: { id, version, ...plan } }) {
    const found = await findWave(ctx, tx, id);
    if (!found) return err(noSuchWave);
    const { wave, criteria } = found;
    const before = toWaveView(wave, criteria);
    if (wave.version !== version) return err(conflict(before));
    const next = decidePlan(wave, plan);
    if (!next.ok) return next;
    if (next.value === wave) return ok(unchanged(before));
    const { workspaceId, now: changedAt, actor } = ctx;
    await saveWave(tx, { workspaceId, ...next.value, changedAt, changedBy: actor.name });
    const after = toWaveView(next.value, criteria);
    return ok(changed(after, { action: 'wave.changed', subject: `wave:${id}`, before, after }));
  },
});
