import type { Basis } from '#lib/domain/rollout/basis';

/** Operating systems on which a check may come out differently. */
export const systems = ['linux', 'macos', 'windows'] as const;

export type System = (typeof systems)[number];

/** An operating system as a screen names it. */
export const systemWords: Readonly<Record<System, string>> = {
  linux: 'Linux',
  macos: 'macOS',
  windows: 'Windows',
};

/** How a check came out. `not_used`: nobody uses what the item is about, such as an operating system. */
export const outcomes = ['as_expected', 'differs', 'not_used'] as const;

export type Outcome = (typeof outcomes)[number];

/** An outcome in the words of a screen. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  as_expected: 'As expected',
  differs: 'Differs',
  not_used: 'Not used here',
};

/** Whether a permission was seen to work, by its key. */
export type SeenPermissions = Readonly<Record<string, boolean>>;

/** What somebody found when looking at one item of a check. */
export type CheckResult = {
  taskId: string;
  item: string;
  outcome: Outcome;
  /** What was to be seen, as it was worded then. */
  expected: string;
  /** What was seen: words, or a file's SHA-256 in hex. */
  observed: string;
  /** Of a check of access; null for every other. */
  permissions: SeenPermissions | null;
  note: string | null;
  link: string | null;
  /** What it was checked under. */
  restsOn: Basis;
  at: Date;
  by: string;
  /** Results of this item so far. */
  version: number;
};

/** Key of an item's newest result among the facts. */
export const resultKey = (taskId: string, item: string): string => `${taskId}/${item}`;
