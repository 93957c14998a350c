import { z } from 'zod';
import { calendarDay } from '#lib/domain/calendar-day';
import type { Duty } from '#lib/domain/owners/owner';
import { err, ok, type Result } from '#lib/domain/result';
import { plainText } from '#lib/domain/text';
import type { Criterion } from './criteria';

/** Where a wave can stand. */
export const waveStates = ['planned', 'running', 'done', 'stopped'] as const;

export type WaveState = (typeof waveStates)[number];

/** A wave's state in the words of a screen. */
export const waveStateWords: Readonly<Record<WaveState, string>> = {
  planned: 'Planned',
  running: 'Running',
  done: 'Done',
  stopped: 'Stopped',
};

/** A duty's go or no-go, over the criteria as they were. */
export type WaveVerdict = {
  duty: Duty;
  verdict: 'go' | 'no_go';
  /** Version of the wave that was signed. */
  waveVersion: number;
  /** Keys of the criteria that were not met then. */
  open: readonly string[];
  note: string | null;
  at: Date;
  by: string;
};

/** Groups rolled out together. Days are `YYYY-MM-DD` in the workspace's zone. */
export type Wave = {
  id: string;
  /** 1 for the pilot. */
  number: number;
  name: string;
  /** Ids of the customer's groups. */
  groupIds: readonly string[];
  /** People in it, as planned. */
  size: number;
  startsOn: string;
  endsOn: string;
  state: WaveState;
  version: number;
  /** The newest verdict of each duty. */
  verdicts: readonly WaveVerdict[];
};

/** Fields of a write. */
export const waveFields = {
  name: plainText({ max: 200 }),
  groupIds: z.array(z.uuid()).max(500).default([]),
  size: z.int('Write how many people.').min(1, 'Write how many people.').max(10_000_000),
  startsOn: calendarDay,
  endsOn: calendarDay,
};

/** What a person decides of a wave. */
export type WavePlan = Pick<Wave, 'name' | 'groupIds' | 'size' | 'startsOn' | 'endsOn'>;

/** Why a wave cannot be planned so. */
export type PlanError =
  | { code: 'dates_reversed'; message: string; fields: Record<string, string[]> }
  | { code: 'wave_over'; message: string };

/** Whether `plan` can be. Fails with `dates_reversed` when it ends before it begins. */
export function checkPlan({ startsOn, endsOn }: WavePlan): Result<null, PlanError> {
  if (endsOn >= startsOn) return ok(null);
  const message = 'A wave ends on the day it begins, or later.';
  return err({ code: 'dates_reversed', message, fields: { endsOn: [message] } });
}

/** The wave with another plan. A wave that is done or stopped stays as it was: `wave_over`. */
export function changeWave(wave: Wave, plan: WavePlan): Result<Wave, PlanError> {
  if (wave.state === 'done' || wave.state === 'stopped') {
    return err({ code: 'wave_over', message: `Wave ${wave.number} is over; what it was stays on record.` });
  }
  const checked = checkPlan(plan);
  if (!checked.ok) return checked;
  const same = (Object.keys(plan) as (keyof WavePlan)[]).every(
    // safe because a plan has exactly these keys
    (key) => JSON.stringify(plan[key]) === JSON.stringify(wave[key]),
  );
  return ok(same ? wave : { ...wave, ...plan, version: wave.version + 1 });
}

/**
 * A verdict counts for the plan that was signed, a go while no criterion is open that was met when it was
 * given. Once a wave has begun or is over, its verdicts are what they were.
 */
export function verdictStands(wave: Wave, given: WaveVerdict, criteria: readonly Criterion[]): boolean {
  if (wave.state !== 'planned') return true;
  if (given.waveVersion !== wave.version) return false;
  return given.verdict === 'no_go' || criteria.every(({ key, met }) => met || given.open.includes(key));
}
