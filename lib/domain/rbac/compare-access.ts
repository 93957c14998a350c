import type { Access } from './resolve-access';

/** What becomes of one person's access. */
export type AccessChange = {
  losses: readonly string[];
  gains: readonly string[];
  /** The workspace defaults applied and no longer do. */
  leavesDefault: boolean;
};

type Compared = Pick<Access, 'usesDefault'> & { granted: { keys(): Iterable<string> } };

/** The difference between two accesses of one person; how something is granted makes none. */
export function compareAccess(before: Compared, after: Compared): AccessChange {
  const had = new Set(before.granted.keys());
  const has = new Set(after.granted.keys());
  return {
    losses: [...had].filter((permission) => !has.has(permission)),
    gains: [...has].filter((permission) => !had.has(permission)),
    leavesDefault: before.usesDefault && !after.usesDefault,
  };
}
