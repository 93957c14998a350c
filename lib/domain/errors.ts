import type { DomainError } from './result';

/** Somebody wrote since the caller looked. Carries the object as it is now. */
export type Conflict<T> = DomainError & { code: 'conflict'; current: T };

/** The object was written by somebody else since the caller read it. */
export const conflict = <T>(current: T): Conflict<T> => ({
  code: 'conflict',
  message: 'Somebody changed this since you opened it.',
  current,
});

/** The thing a caller names is not, or no longer, in this workspace. */
export const notFound = { code: 'not_found', message: 'It is not here, or no longer.' } as const;

/** What the kernel itself may answer, before or instead of the rule of a command. */
export type KernelError =
  | { code: 'forbidden'; message: string; capability: string }
  | { code: 'invalid_input'; message: string; fields: Record<string, string[]> };

/** A read outside one's rights: no screen offers it, so it is thrown. */
export class Forbidden extends Error {
  override name = 'Forbidden';
  constructor(readonly capability: string) {
    super('You may not see this.');
  }
}

/** A read whose parameters make no sense. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  constructor(readonly fields: Record<string, string[]>) {
    super('Some fields need another value.');
  }
}

/** The turn to write was not free in time; the caller may try again. */
export class Busy extends Error {
  override name = 'Busy';
}

/** What is stored is no longer what was given. A door answers with `code` and hands nothing of it out. */
export class Damaged extends Error {
  override name = 'Damaged';
  constructor(readonly code: 'evidence_damaged') {
    super('The stored file is no longer the one that was given, so it is not handed out.');
  }
}

/** A read that a rule of the domain refuses: what was asked names what there is not. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly error: DomainError) {
    super(error.message);
  }
}
