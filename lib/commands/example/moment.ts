import 'server-only';
import type { Context } from '#lib/domain/context';
import type { ExamplePerson } from '#lib/domain/example/example';
import type { DomainError, Result } from '#lib/domain/result';

type Tell = (ctx: Context, input: unknown) => Promise<Result<unknown, DomainError>>;

/** One thing somebody did in the example: when, counted back from its making, who, and what. */
export type Moment = {
  minutesAgo: number;
  who: ExamplePerson;
  command: Tell;
  /** The command's input, or how it follows from what is stored by then. */
  input: unknown;
};

/** Minutes of an hour and of a day. */
export const hour = 60;
export const day = 24 * hour;

/** One thing somebody did. */
export const moment = (minutesAgo: number, who: ExamplePerson, command: Tell, input: unknown): Moment => ({
  minutesAgo,
  who,
  command,
  input,
});

/** A day so many days from the moment it is asked at, as `YYYY-MM-DD`. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * day * 60_000).toISOString().slice(0, 10);
