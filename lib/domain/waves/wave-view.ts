import { z } from 'zod';
import { duties } from '#lib/domain/owners/owner';
import type { Criterion } from './criteria';
import { waveSignatures } from './decide-wave';
import { waveStates, type Wave } from './wave';

/** A wave as doors hand it out. */
export const waveView = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  groupIds: z.array(z.string()),
  size: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.enum(waveStates),
  version: z.int(),
  criteria: z.array(z.object({ key: z.string(), label: z.string(), met: z.boolean(), detail: z.string() })),
  signatures: z.array(
    z.object({
      duty: z.enum(duties),
      /** `void` when the plan has changed or a point has come open since. */
      state: z.enum(['missing', 'go', 'no_go', 'void']),
      note: z.string().nullable(),
      open: z.array(z.string()),
      at: z.date().nullable(),
      by: z.string().nullable(),
    }),
  ),
});

/** A wave as doors hand it out. */
export type WaveView = z.infer<typeof waveView>;

/** The view of a wave with what speaks for it now. */
export function toWaveView(wave: Wave, criteria: readonly Criterion[]): WaveView {
  const { verdicts: _verdicts, ...stored } = wave;
  return {
    ...stored,
    groupIds: [...wave.groupIds],
    criteria: [...criteria],
    signatures: waveSignatures(wave, criteria).map(({ duty, state, verdict }) => ({
      duty,
      state,
      note: verdict?.note ?? null,
      open: [...(verdict?.open ?? [])],
      at: verdict?.at ?? null,
      by: verdict?.by ?? null,
    })),
  };
}
