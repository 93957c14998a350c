import type { Duty } from '#lib/domain/owners/owner';
import type { Setting, SettingDefinition } from '#lib/domain/settings/setting';
import type { RolloutFacts } from './facts';
import type { TaskState } from './task-state';

/** Who owns a task; `name` is null while nobody holds the duty. */
export type TaskOwner = { duty: Duty; name: string | null };

/** A toggle beside what the guide says of it. */
export type Toggle = { definition: SettingDefinition; setting: Setting };

/** What a task waits for: a row of the guide, and who can clear it. */
export type Blocker = { key: string; row: string; label: string; owner: TaskOwner };

/** Where a task stands by what is stored, as if its surface were part of the rollout. */
export type Standing = {
  state: Exclude<TaskState, 'not_applicable'>;
  /** One sentence for people; null where the state says it all. */
  reason: string | null;
  /** What was found is other than it should be, or contradicts a rule; `reason` tells what. Left out: nothing was. */
  finding?: boolean;
  /** Writes of what decides the task; 0 while nothing was written. */
  version: number;
  /**
   * The stored values the state follows from, without ages or the present time: a signature under the step
   * covers it. JSON values alone.
   */
  content: unknown;
  /** When `waiting` is over; of a blocked task, when what blocks it is. */
  waitingUntil?: Date | null;
  blockedBy?: Blocker | null;
  /** The toggle behind the task. */
  toggle?: Toggle | null;
};

/** Who holds `duty`. */
export function ownerOf(duty: Duty, { owners }: Pick<RolloutFacts, 'owners'>): TaskOwner {
  return { duty, name: owners.find((owner) => owner.duty === duty)?.name ?? null };
}
