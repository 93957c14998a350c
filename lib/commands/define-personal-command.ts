import 'server-only';
import type { z } from 'zod';
import type { Db } from '#lib/data/db';
import { transactAlone } from '#lib/data/transact';
import type { Context } from '#lib/domain/context';
import type { KernelError } from '#lib/domain/errors';
import { err, type DomainError, type Result } from '#lib/domain/result';
import { invalidInput } from './define-command';

type ValueOf<O> = Extract<O, { ok: true }> extends { value: infer T } ? T : never;
type ErrorOf<O> = Extract<O, { ok: false }> extends { error: infer E extends DomainError } ? E : never;

type Spec<I extends z.ZodType, O extends Result<unknown, DomainError>> = {
  input: I;
  run(args: { ctx: Context; tx: Db; input: z.output<I> }): Promise<O>;
};

/** A write on the caller's own rows. */
export type PersonalCommand<T, E extends DomainError> = (
  ctx: Context,
  input: unknown,
) => Promise<Result<T, E | KernelError>>;

/**
 * Turns a spec into a write on personal state: sessions, one-time links, marks of use.
 *
 * Such rows belong to one account, so there is no capability to hold, no workspace's turn and no audit
 * event. Everything a workspace shares is written by `defineCommand`. A failure that `run` returns keeps what
 * `run` wrote (a failed sign-in is counted); a thrown error rolls back.
 */
export function definePersonalCommand<I extends z.ZodType, O extends Result<unknown, DomainError>>(
  spec: Spec<I, O>,
): PersonalCommand<ValueOf<O>, ErrorOf<O>> {
  return async (ctx, input) => {
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error));
    const result = await transactAlone((tx) => spec.run({ ctx, tx, input: parsed.data }));
    // safe because O is the result of this very run
    return result as Result<ValueOf<O>, ErrorOf<O>>;
  };
}
