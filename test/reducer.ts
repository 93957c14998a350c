import type { StoredFacts } from '#lib/domain/rollout/facts';

/** Of an audit event, what a state can follow from. */
export type ReplayedEvent = {
  action: string;
  subject: string;
  after: unknown;
  at: Date;
  actorName: string;
};

/** The facts after an event, from those before it. */
export type Reducer = (facts: StoredFacts, event: ReplayedEvent) => StoredFacts;
