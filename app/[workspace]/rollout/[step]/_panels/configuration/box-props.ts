import type { ConfigurationView } from '#lib/domain/config/configuration-view';
import type { LeftToText } from '#lib/domain/config-text/left-to-texts';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { Shown } from './configuration-address';

export type StoredConfiguration = ConfigurationView & {
  /** Why parts are left to the texts of files, and to which. */
  leftToTexts: readonly LeftToText[];
  changedAt: Date | null;
  changedBy: string | null;
};

/** What the boxes of the baseline are given. */
export type BoxProps = {
  slug: string;
  configuration: StoredConfiguration;
  /** Whether the caller may change it. */
  editable: boolean;
  /** The task of the five baseline decisions. */
  status: TaskStatus;
  shown: Shown;
  /** Element id of that task. */
  id: string;
};
