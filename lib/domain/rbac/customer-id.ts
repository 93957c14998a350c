import { z } from 'zod';

/** Longest id that a customer gives a person, a group or a role, in characters. */
const longest = 200;

/**
 * The customer's own id of a person, a group or a role: opaque, told apart by every character. Control
 * characters are refused, because no directory gives them and no database keeps all of them; `.` and `..` too,
 * because every browser takes them out of an address.
 */
export const customerId = z
  .string()
  .min(1, 'Give an id.')
  .max(longest, `Give an id of at most ${String(longest)} characters.`)
  .regex(/^\P{Cc}*$/u, 'Give an id without control characters.')
  .regex(/^(?!\.{1,2}$)/, 'Give an id other than . and .., which no address can hold.');
