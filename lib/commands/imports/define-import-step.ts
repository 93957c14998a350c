import 'server-only';
import type { z } from 'zod';
import { invalidInput, refuse, type Command } from '#lib/commands/define-command';
import type { Db } from '#lib/data/db';
import { transactAlone } from '#lib/data/transact';
import type { Capability } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { err, type DomainError, type Result } from '#lib/domain/result';

type Spec<I extends z.ZodType, T, E extends DomainError> = {
  capability: Capability;
  input: I;
  output: z.ZodType<T>;
  run(args: { ctx: Context; tx: Db; input: z.output<I> }): Promise<Result<T, E>>;
};

/**
 * Turns a spec into a write on an import that leaves the directory as it is: asked for, mapped, cancelled.
 *
 * Authorized and parsed as every command. It takes no turn, because people must be able to cancel while a job holds
 * it, and leaves no audit event: the import itself tells who and when, and what it changes is recorded when it does
 * (docs/decisions/0021-imports.md).
 */
export function defineImportStep<I extends z.ZodType, T, E extends DomainError>(
  spec: Spec<I, T, E>,
): Command<T, DomainError> {
  const command = async (ctx: Context, input: unknown): Promise<Result<T, DomainError>> => {
    const refused = await refuse(ctx, spec.capability);
    if (refused) return err(refused);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error));
    return transactAlone((tx) => spec.run({ ctx, tx, input: parsed.data }));
  };
  return Object.assign(command, { capability: spec.capability, input: spec.input, output: spec.output });
}
