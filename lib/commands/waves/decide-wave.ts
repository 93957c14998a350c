import 'server-only';
import { z } from 'zod';
import { defineCommand } from '#lib/commands/define-command';
import { heldDuties } from '#lib/commands/held-duties';
import { appendVerdict } from '#lib/data/waves';
import { changed } from '#lib/domain/audit/audit-event';
import { conflict } from '#lib/domain/errors';
import { duties } from '#lib/domain/owners/owner';
import { err, ok } from '#lib/domain/result';
import { multilineText } from '#lib/domain/text';
import { giveVerdict } from '#lib/domain/waves/decide-wave';
import { toWaveView, waveView } from '#lib/domain/waves/wave-view';
import { seenVersion } from '#lib/domain/versioned';
import { findWave, noSuchWave } from './find-wave';

/** Records the go or no-go of one duty for a wave, over the criteria as they are. */
export const decideWave = defineCommand({
  capability: 'wave.decide',
  input: z.strictObject({
    id: z.uuid(),
    duty: z.enum(duties, 'Choose the duty you sign for.'),
    verdict: z.enum(['go', 'no_go'], 'Choose go or no-go.'),
    note: multilineText({ max: 2000 }).nullable().default(null),
    version: seenVersion,
  }),
  output: waveView,
  async run({ ctx, tx, input: { id, duty, verdict, note, version } }) {
    const found = await findWave(ctx, tx, id);
    if (!found) return err(noSuchWave);
    const { wave, facts, criteria } = found;
    const before = toWaveView(wave, criteria);
    if (wave.version !== version) return err(conflict(before));
    const { workspaceId, now: at, actor } = ctx;
    const held = await heldDuties(ctx, tx, facts.owners);
    const given = giveVerdict(wave, { duty, verdict, note, at, by: actor.name }, { held, criteria });
    if (!given.ok) return given;
    await appendVerdict(tx, { workspaceId, waveId: id, ...given.value });
    const verdicts = [...wave.verdicts.filter((one) => one.duty !== duty), given.value];
    const after = toWaveView({ ...wave, verdicts }, criteria);
    const action = verdict === 'go' ? 'wave.go_given' : 'wave.no_go_given';
    return ok(changed(after, { action, subject: `wave:${id}`, before, after }));
  },
});
