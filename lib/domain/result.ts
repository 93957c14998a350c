/** An expected failure: a stable `code` for machines, one sentence for people. */
export type DomainError = { code: string; message: string };

/** What a rule or a command gives back: a value, or an expected failure as a value. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** A result that holds `value`. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A result that holds an expected failure. */
export const err = <const E extends DomainError>(error: E): { ok: false; error: E } => ({ ok: false, error });
