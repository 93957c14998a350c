import 'server-only';
import type { z } from 'zod';
import type { Db } from '#lib/data/db';
import { transactAlone } from '#lib/data/transact';
import type { Capability } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { err, type DomainError, type Result } from '#lib/domain/result';
import { invalidInput, refuse, type Command } from './define-command';

type ErrorOf<O> = Extract<O, { ok: false }> extends { error: infer E extends DomainError } ? E : never;

type Spec<I extends z.ZodType, T, O extends Result<T, DomainError>> = {
  capability: Capability;
  input: I;
  /** What the command gives back; the HTTP door documents it. */
  output: z.ZodType<T>;
  run(args: { ctx: Context; tx: Db; input: z.output<I> }): Promise<O>;
};

/**
 * Turns a spec into a write of what machines say about themselves: authorize, parse and run in one transaction.
 *
 * Each machine's row is its own and the newest word counts, so there is no workspace's turn to wait for; and a fleet
 * that reports every day would fill the audit log with what nobody decided, so there is no audit event. Everything
 * that a person decides is written by `defineCommand`. `run` decides before it writes: what it wrote before a failure
 * it returns is kept.
 */
export function defineMachineCommand<I extends z.ZodType, T, O extends Result<T, DomainError>>(
  spec: Spec<I, T, O>,
): Command<T, ErrorOf<O>> {
  const command = async (ctx: Context, input: unknown) => {
    const refused = await refuse(ctx, spec.capability);
    if (refused) return err(refused);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error));
    const result: Result<T, DomainError> = await transactAlone((tx) =>
      spec.run({ ctx, tx, input: parsed.data }),
    );
    // safe because O is the result of this very run
    return result as Result<T, ErrorOf<O>>;
  };
  return Object.assign(command, { capability: spec.capability, input: spec.input, output: spec.output });
}
