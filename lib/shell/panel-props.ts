import type { StepProgress } from '#lib/domain/rollout/progress';

/** What every panel of a step's page is given. */
export type PanelProps = {
  /** The workspace's slug. */
  slug: string;
  step: StepProgress;
  /** The address's query: which row is open, which tab. */
  search: Record<string, string | string[] | undefined>;
};
