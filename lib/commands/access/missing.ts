import 'server-only';
import { err } from '#lib/domain/result';

/** There is no such role, group or person in this workspace. */
export const missing = (what: 'role' | 'group' | 'person') =>
  err({ code: 'not_found', message: `There is no such ${what} any more.` });
