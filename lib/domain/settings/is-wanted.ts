import type { RolloutFacts } from '#lib/domain/rollout/facts';

/** Whether the toggle `key` is wanted on; one that nobody has decided about is not. */
export const isWanted = ({ settings }: RolloutFacts, key: string): boolean =>
  settings.get(key)?.wanted ?? false;
