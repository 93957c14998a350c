import 'server-only';
import type { KernelError } from '#lib/domain/errors';
import { err } from '#lib/domain/result';

/** There is no such role, group or person in this workspace. */
export const missing = (what: 'role' | 'group' | 'person') =>
  err({ code: 'not_found', message: `There is no such ${what} any more.` });

/** Whoever adds a thing under an id of their own has left out what it cannot be without. */
export const needed = (field: 'name' | 'email', message: string) =>
  err<KernelError>({
    code: 'invalid_input',
    message: 'Some fields need another value.',
    fields: { [field]: [message] },
  });
