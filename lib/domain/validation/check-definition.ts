import type { BasisPart } from '#lib/domain/rollout/basis';
import type { System } from './check';

/** How to look, on one operating system: a command to type, or where to click. */
export type HowTo = { system: System; command: string };

/** A permission to try, and the toggle without which it has no effect. */
export type TriedPermission = { key: string; label: string; toggle: string };

/** What the guide asks to be verified in Step 6, and how. */
export type CheckDefinition = {
  /**
   * What there is to look at: once; on each operating system; what each access profile may do; or which
   * bytes of a file are on each operating system.
   */
  items: 'once' | 'systems' | 'access' | 'file';
  /** What is to be seen, in one sentence. */
  expected: string;
  /** How to look, in one sentence. */
  how: string;
  /** Commands to copy, where there are any. */
  commands: readonly HowTo[];
  /** Permissions to try, of a check of access. */
  permissions: readonly TriedPermission[];
  /** What a result rests on, besides what its item brings along: stale once that has changed. */
  restsOn: readonly BasisPart[];
};
