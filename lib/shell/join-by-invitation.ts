import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Route } from 'next';
import { acceptInvitation } from '#lib/commands/members/accept-invitation';
import type { Context } from '#lib/domain/context';
import type { KernelError } from '#lib/domain/errors';
import type { DomainError } from '#lib/domain/result';
import { findInvitation } from '#lib/queries/invitations';
import { sessionCaller } from './context';
import { requestIdHeader } from './request-log';
import { answering, openSession, text, type VisitorAnswer } from './visitor-actions';
import { visitorContext } from './visitor-context';

type Failure = DomainError | KernelError;

// safe because a slug is lower-case words and hyphens
const homeOf = (slug: string) => `/${slug}` as Route;

/** Joins with a new account, signs in with it, and opens the workspace. */
async function joinAnew(visitor: Context, secret: string, form: FormData): Promise<Failure> {
  const [email, password] = [text(form, 'email'), text(form, 'password')];
  const name = text(form, 'name').trim();
  // The log names who joined; the command refuses a name that is no name before anything is written.
  const ctx = { ...visitor, actor: { ...visitor.actor, name } };
  const result = await acceptInvitation(ctx, { secret, name, email, password });
  if (!result.ok) return result.error;
  const refused = await openSession({ email, password });
  return refused ?? redirect(homeOf(result.value.slug));
}

/** Joins with the account that is signed in, and opens the workspace. */
async function joinSignedIn(visitor: Context, secret: string): Promise<Failure> {
  const caller = await sessionCaller('');
  if (!caller) {
    return { code: 'unauthenticated', message: 'Your session has ended. Open this link again.' };
  }
  const { accountId, name } = caller;
  const ctx = { ...visitor, actor: { ...visitor.actor, accountId, name } };
  const result = await acceptInvitation(ctx, { secret });
  return result.ok ? redirect(homeOf(result.value.slug)) : result.error;
}

/**
 * Makes a member by an invitation's link.
 *
 * The form decides how, not the browser's session: one that asks for an address makes a new account, one that
 * does not joins with the account whose name stood on its button.
 */
export async function joinByInvitation(
  secret: string,
  _previous: unknown,
  form: FormData,
): Promise<VisitorAnswer> {
  return answering(form, async () => {
    const found = await findInvitation(secret, new Date());
    const requestId = (await headers()).get(requestIdHeader) ?? undefined;
    const visitor = visitorContext(requestId, found?.workspace.id);
    return form.has('email') ? joinAnew(visitor, secret, form) : joinSignedIn(visitor, secret);
  });
}
