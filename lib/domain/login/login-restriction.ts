import { z } from 'zod';
import { canonicalJson } from '#lib/domain/audit/chain';
import { err, ok, type Result } from '#lib/domain/result';
import { loginMethods } from './login-methods';

const MAX_WORKSPACES = 50;

const workspaceId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'Write the workspace’s id as a UUID, such as 123e4567-e89b-42d3-a456-426614174000.',
  );

/**
 * Which login method local clients may use, and which ChatGPT workspaces people may sign in to.
 *
 * `workspaces` is a set: sorted, each id once, in small letters; empty means any.
 * Source: admin guide, step 3, row 3.6.
 */
export const loginRestrictionSchema = z.strictObject({
  method: z.enum(loginMethods),
  workspaces: z
    .array(workspaceId)
    .max(MAX_WORKSPACES, `Name up to ${MAX_WORKSPACES} workspaces.`)
    .overwrite((ids) => [...new Set(ids)].sort()),
});

/** A decision about how local clients may sign in, in canonical form. */
export type LoginRestriction = z.output<typeof loginRestrictionSchema>;

/** A restriction that names workspaces while nobody may sign in with ChatGPT. */
export type LoginRestrictionError = {
  code: 'workspaces_without_chatgpt';
  message: string;
  fields: Record<string, string[]>;
};

/**
 * The restriction itself where it can stand.
 *
 * Fails with `workspaces_without_chatgpt` when workspaces are named though only API keys may be used: an API
 * key belongs to no ChatGPT workspace. Clients take such a file, so nobody else would say so.
 */
export function allowRestriction(
  restriction: LoginRestriction,
): Result<LoginRestriction, LoginRestrictionError> {
  if (restriction.method !== 'api' || restriction.workspaces.length === 0) return ok(restriction);
  const message = 'Name workspaces only where ChatGPT sign-in is allowed: an API key belongs to none.';
  return err({ code: 'workspaces_without_chatgpt', message, fields: { workspaces: [message] } });
}

/** Whether two restrictions say the same; both are in canonical form. */
export const sameRestriction = (a: LoginRestriction, b: LoginRestriction): boolean =>
  canonicalJson(a) === canonicalJson(b);
