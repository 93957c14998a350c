import 'server-only';
import type { z } from 'zod';
import { db, type Db } from '#lib/data/db';
import { can, type Capability } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import { Forbidden, InvalidInput } from '#lib/domain/errors';
import { fieldErrors } from '#lib/domain/field-errors';

type Spec<I extends z.ZodType, T> = {
  capability: Capability;
  input: I;
  /** What the query gives; the HTTP door documents it. */
  output: z.ZodType<T>;
  /** Null where the thing asked for does not exist in this workspace. */
  run(args: { ctx: Context; db: Db; input: z.output<I> }): Promise<T | null>;
};

/** A read that any door can call. Null means: not found. */
export type Query<T> = {
  (ctx: Context, input?: unknown): Promise<T | null>;
  readonly capability: Capability;
  readonly input: z.ZodType;
  readonly output: z.ZodType<T>;
};

/**
 * Turns a spec into a query: authorize, parse, read.
 *
 * Throws `Forbidden` outside the caller's rights and `InvalidInput` for parameters that do not parse.
 */
export function defineQuery<I extends z.ZodType, T>(spec: Spec<I, T>): Query<T> {
  const query = async (ctx: Context, input: unknown = {}): Promise<T | null> => {
    if (!can(ctx.actor, spec.capability)) throw new Forbidden(spec.capability);
    const parsed = spec.input.safeParse(input);
    if (!parsed.success) throw new InvalidInput(fieldErrors(parsed.error));
    return spec.run({ ctx, db, input: parsed.data });
  };
  return Object.assign(query, { capability: spec.capability, input: spec.input, output: spec.output });
}
