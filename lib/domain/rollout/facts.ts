import type { Owner } from '#lib/domain/owners/owner';
import type { Setting } from '#lib/domain/settings/setting';
import type { RolloutDecision } from './decision';
import type { Guide } from './step';

/** All that task states follow from: the guide, what is stored, and the time. */
export type RolloutFacts = {
  guide: Guide;
  decision: RolloutDecision;
  /** Duties without a row count as nobody's. */
  owners: readonly Owner[];
  /** By key; a toggle without an entry was never written. */
  settings: ReadonlyMap<string, Setting>;
  /** `version` 0 until a configuration was chosen. */
  configuration: { version: number };
  now: Date;
};
