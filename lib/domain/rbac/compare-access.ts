/** What becomes of one person's access. */
export type AccessChange = {
  /** Permissions that go, or fall to a lower level. */
  losses: readonly string[];
  /** Permissions that come, or rise to a higher level. */
  gains: readonly string[];
  /** The workspace defaults applied and no longer do. */
  leavesDefault: boolean;
};

/** An access as it is compared: permission -> level. */
export type Compared = { usesDefault: boolean; levels: ReadonlyMap<string, number> };

/** The difference between two accesses of one person; how something is granted makes none. */
export function compareAccess(before: Compared, after: Compared): AccessChange {
  const rises = (from: Compared, to: Compared) =>
    [...to.levels].filter(([key, level]) => level > (from.levels.get(key) ?? 0)).map(([key]) => key);
  return {
    losses: rises(after, before),
    gains: rises(before, after),
    leavesDefault: before.usesDefault && !after.usesDefault,
  };
}
