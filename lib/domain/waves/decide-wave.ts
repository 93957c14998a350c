import { duties, type Duty } from '#lib/domain/owners/owner';
import { err, ok, type Result } from '#lib/domain/result';
import type { Criterion } from './criteria';
import { verdictStands, type Wave, type WaveState, type WaveVerdict } from './wave';

/** Why a go or no-go is not taken. */
export type VerdictError =
  | { code: 'not_your_duty'; message: string }
  | { code: 'wave_not_planned'; message: string }
  | { code: 'note_missing'; message: string; fields: Record<string, string[]> };

/**
 * The go or no-go of whoever holds `duty` for a wave that has not begun.
 *
 * A go in spite of open criteria, and every no-go, says why.
 */
export function giveVerdict(
  wave: Wave,
  said: Omit<WaveVerdict, 'open' | 'waveVersion'>,
  { held, criteria }: { held: readonly Duty[]; criteria: readonly Criterion[] },
): Result<WaveVerdict, VerdictError> {
  if (!held.includes(said.duty)) {
    return err({ code: 'not_your_duty', message: 'You do not hold this duty.' });
  }
  if (wave.state !== 'planned') {
    return err({ code: 'wave_not_planned', message: `${wave.name} has begun or is over.` });
  }
  const unmet = criteria.filter(({ met }) => !met).map(({ key }) => key);
  if (said.note === null && (said.verdict === 'no_go' || unmet.length > 0)) {
    const message =
      said.verdict === 'no_go' ? 'Write why not.' : 'Write why to start although points are open.';
    return err({ code: 'note_missing', message, fields: { note: [message] } });
  }
  return ok({ ...said, open: unmet, waveVersion: wave.version });
}

/** Where a duty's verdict on a wave stands. `void` when the plan has changed or a point has come open since. */
export type Signature = {
  duty: Duty;
  state: 'missing' | 'go' | 'no_go' | 'void';
  verdict: WaveVerdict | null;
};

/** The three signatures of a wave. */
export function waveSignatures(wave: Wave, criteria: readonly Criterion[]): Signature[] {
  return duties.map((duty) => {
    const verdict = wave.verdicts.find((one) => one.duty === duty) ?? null;
    if (!verdict) return { duty, state: 'missing', verdict };
    return { duty, state: verdictStands(wave, verdict, criteria) ? verdict.verdict : 'void', verdict };
  });
}

/** Why a wave does not move on. */
export type MoveError =
  | { code: 'signatures_missing'; message: string; duties: readonly Duty[] }
  | { code: 'move_impossible'; message: string };

const moves: Readonly<Record<WaveState, readonly WaveState[]>> = {
  planned: ['running', 'stopped'],
  running: ['done', 'stopped'],
  done: [],
  stopped: ['planned'],
};

/** The states a wave can move to from where it is. */
export const nextStates = ({ state }: Wave): readonly WaveState[] => moves[state];

/** The wave moved to `state`. It begins only with the go of all three duties. */
export function moveWave(
  wave: Wave,
  state: WaveState,
  criteria: readonly Criterion[],
): Result<Wave, MoveError> {
  if (!moves[wave.state].includes(state)) {
    return err({ code: 'move_impossible', message: `A wave that is ${wave.state} cannot become ${state}.` });
  }
  const missing = waveSignatures(wave, criteria).filter((signature) => signature.state !== 'go');
  if (state === 'running' && missing.length > 0) {
    const message = 'A wave begins once the workspace, IT management and governance owners have said go.';
    return err({ code: 'signatures_missing', message, duties: missing.map(({ duty }) => duty) });
  }
  return ok({ ...wave, state, version: wave.version + 1 });
}
