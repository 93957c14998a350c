import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { saveWave } from '#lib/data/waves';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { err, ok } from '#lib/domain/result';
import { moveWave as decideMove } from '#lib/domain/waves/decide-wave';
import { toWaveView, waveView } from '#lib/domain/waves/wave-view';
import { waveStates } from '#lib/domain/waves/wave';
import { seenVersion } from '#lib/domain/versioned';
import { findWave, noSuchWave } from './find-wave';

/** Moves a wave on: it begins with the go of all three duties, ends, or is stopped. */
export const moveWave = defineCommand({
  capability: 'wave.write',
  input: z.strictObject({ id: z.uuid(), state: z.enum(waveStates), version: seenVersion }),
  output: waveView,
  async run({ ctx, tx, input: { id, state, version } }) {
    const found = await findWave(ctx, tx, id);
    if (!found) return err(noSuchWave);
    const { wave, criteria } = found;
    const before = toWaveView(wave, criteria);
    if (wave.version !== version) return err(conflict(before));
    const next = decideMove(wave, state, criteria);
    if (!next.ok) return next;
    const { workspaceId, now: changedAt, actor } = ctx;
    await saveWave(tx, { workspaceId, ...next.value, changedAt, changedBy: actor.name });
    const after = toWaveView(next.value, criteria);
    return ok(changed(after, { action: 'wave.moved', subject: `wave:${id}`, before, after }));
  },
});
