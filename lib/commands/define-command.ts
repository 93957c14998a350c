import 'server-only';
import type { z } from 'zod';
import { appendAuditEvents } from '#lib/data/audit-log';
import { db, type Db } from '#lib/data/db';
import { recordRefusal } from '#lib/data/refusals';
import { transact, transactPatiently } from '#lib/data/transact';
import type { Changed, Unchanged } from '#lib/domain/audit/audit-event';
import { can, type Capability } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import type { KernelError } from '#lib/domain/errors';
import { fieldErrors } from '#lib/domain/field-errors';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';

type Outcome<T> = Result<Changed<T> | Unchanged<T>, DomainError>;
type ErrorOf<O> = Extract<O, { ok: false }> extends { error: infer E extends DomainError } ? E : never;

type Spec<I extends z.ZodType, T, O extends Outcome<T>> = {
  capability: Capability;
  input: I;
  /** What the command gives back; the HTTP door documents it. */
  output: z.ZodType<T>;
  /** The work of a job, or a write that grows with what is in it: it may hold the turn for minutes. */
  takesLong?: boolean;
  run(args: { ctx: Context; tx: Db; input: z.output<I> }): Promise<O>;
};

/** A write that any door can call: raw input in, the stored object or an expected failure out. */
export type Command<T, E extends DomainError> = {
  (ctx: Context, input: unknown): Promise<Result<T, E | KernelError>>;
  readonly capability: Capability;
  readonly input: z.ZodType;
  readonly output: z.ZodType<T>;
};

/** Carries an expected failure out of the transaction, so that it is rolled back. */
class Rollback extends Error {
  constructor(readonly failure: DomainError) {
    super(failure.message);
  }
}

/**
 * Turns a spec into a command: authorize, parse, take the workspace's turn, run and audit in one transaction.
 *
 * An `err` from `run` rolls everything back and is returned; a thrown error rolls back and is thrown on. The
 * audit entries commit with the change or not at all.
 */
export function defineCommand<I extends z.ZodType, T, O extends Outcome<T>>(
  spec: Spec<I, T, O>,
): Command<T, ErrorOf<O>> {
  const command = async (ctx: Context, input: unknown): Promise<Result<T, ErrorOf<O> | KernelError>> => {
    const refused = await refuse(ctx, spec.capability);
    if (refused) return err(refused);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) return err(invalidInput(parsed.error));

    try {
      const open = spec.takesLong ? transactPatiently : transact;
      return await open(ctx.workspaceId, async (tx) => {
        const outcome = await spec.run({ ctx, tx, input: parsed.data });
        if (!outcome.ok) throw new Rollback(outcome.error);
        await appendAuditEvents(tx, ctx, outcome.value.entries);
        return ok(outcome.value.value);
      });
    } catch (thrown) {
      // safe because a Rollback is only thrown above, with an error of this very outcome
      if (thrown instanceof Rollback) return err(thrown.failure as ErrorOf<O>);
      throw thrown;
    }
  };
  return Object.assign(command, { capability: spec.capability, input: spec.input, output: spec.output });
}

/** Why a caller may not try a write, noted as a refusal; null where they may. */
export async function refuse(ctx: Context, capability: Capability): Promise<KernelError | null> {
  if (can(ctx.actor, capability)) return null;
  await recordRefusal(db, {
    kind: 'forbidden',
    workspaceId: ctx.workspaceId,
    subject: ctx.actor.id,
    address: '',
    capability,
    at: ctx.now,
  });
  return { code: 'forbidden', message: 'Your app role may not do this.', capability };
}

/** The answer to input that does not parse. */
export function invalidInput(error: z.ZodError): KernelError {
  return { code: 'invalid_input', message: 'Some fields need another value.', fields: fieldErrors(error) };
}
