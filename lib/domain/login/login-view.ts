import { z } from 'zod';
import { loginMethods } from './login-methods';
import type { LoginRestriction } from './login-restriction';

/** The login restriction as doors hand it out; `method` is null until somebody decided. */
export const loginView = z.object({
  method: z.enum(loginMethods).nullable(),
  workspaces: z.array(z.string()),
  version: z.int(),
});

/** The login restriction as doors hand it out. */
export type LoginView = z.infer<typeof loginView>;

/** The view of a stored restriction. */
export function toLoginView(stored: { restriction: LoginRestriction | null; version: number }): LoginView {
  const { restriction, version } = stored;
  return { method: restriction?.method ?? null, workspaces: restriction?.workspaces ?? [], version };
}
