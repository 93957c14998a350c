/** What a command says about a change. `before` / `after` are domain values without secrets. */
export type AuditEntry = {
  /** `<noun>.<verb in the past>`; never renamed, because the names are API. */
  action: string;
  /** `<noun>:<id>`. */
  subject: string;
  before: unknown;
  after: unknown;
};

/** A write and its audit trail. */
export type Changed<T> = { value: T; entries: readonly [AuditEntry, ...AuditEntry[]] };

/** Nothing was written, so there is nothing to record. */
export type Unchanged<T> = { value: T; entries: readonly [] };

/** A write and its audit trail; a write without an entry does not type-check. */
export const changed = <T>(value: T, first: AuditEntry, ...more: AuditEntry[]): Changed<T> => ({
  value,
  entries: [first, ...more],
});

/** The outcome of a command that found everything as it was asked to be. */
export const unchanged = <T>(value: T): Unchanged<T> => ({ value, entries: [] });
