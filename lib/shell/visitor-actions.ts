import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { Route } from 'next';
import { exploreExample } from '#lib/commands/example/explore-example';
import { removeExample } from '#lib/commands/example/remove-example';
import { recoverAccount } from '#lib/commands/sign-in/recover-account';
import { signOut } from '#lib/commands/sign-in/sessions';
import { createWorkspace } from '#lib/commands/workspaces/create-workspace';
import type { Context } from '#lib/domain/context';
import type { KernelError } from '#lib/domain/errors';
import { exampleSlug } from '#lib/domain/example/example';
import type { DomainError } from '#lib/domain/result';
import { findRecoverLink } from '#lib/queries/one-time-links';
import { readSessionSecret } from './auth';
import { requireContext } from './context';
import { failureOf } from './failure';
import { passwordSignIn } from './password-sign-in';
import { requestIdHeader } from './request-log';
import { safePath } from './safe-path';
import { typedText } from './server-action';
import { cookieAttributes, sessionCookieName, sessionSeconds } from './session-cookie';
import { visitorContext } from './visitor-context';

/** What a form outside a workspace gets back when it stays where it is. */
export type VisitorAnswer = {
  error: DomainError & { fields?: Record<string, string[]> };
  typed: Record<string, string>;
};

/** A text field of a form; empty where there is none. */
export const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const signInMessages: Readonly<Record<string, string>> = {
  too_many_attempts: 'Too many attempts to sign in. Try again in 15 minutes.',
  wrong_credentials: 'This e-mail address and password do not go together.',
  invalid_input: 'Write your e-mail address and your password.',
};

/** Signs this browser in; the refusal, where there is one. */
export async function openSession(fields: { email: string; password: string }): Promise<DomainError | null> {
  const answer = await passwordSignIn(fields, Object.fromEntries(await headers()));
  if ('cookie' in answer) {
    (await cookies()).set(sessionCookieName(), answer.cookie, {
      ...cookieAttributes(),
      maxAge: sessionSeconds,
    });
    return null;
  }
  const message = signInMessages[answer.code];
  if (!message) throw new Error(`Sign-in failed: ${answer.code}`);
  return { code: answer.code, message };
}

/** Runs a form's work; an outage becomes an answer, so that the page and what was typed stay. */
export async function answering(form: FormData, work: () => Promise<DomainError>): Promise<VisitorAnswer> {
  const typed = typedText(form);
  try {
    return { error: await work(), typed };
  } catch (thrown) {
    unstable_rethrow(thrown);
    return { error: failureOf(thrown), typed };
  }
}

/** Signs in by e-mail and password and goes on to `to`, a path of this site. */
export async function signInWithPassword(
  to: string,
  _previous: unknown,
  form: FormData,
): Promise<VisitorAnswer> {
  return answering(form, async () => {
    const refused = await openSession({ email: text(form, 'email'), password: text(form, 'password') });
    return refused ?? redirect(safePath(to));
  });
}

/** Ends the session of this browser. */
export async function signOutHere(): Promise<never> {
  const jar = await cookies();
  const secret = await readSessionSecret(jar.get(sessionCookieName())?.value);
  if (secret) await signOut(visitorContext(), { secret });
  jar.delete({ name: sessionCookieName(), ...cookieAttributes() });
  redirect('/sign-in');
}

/**
 * Creates the first account and workspace through a set-up link, signs in, and opens the workspace; or, by the
 * other door, the account and the example.
 */
export async function setUpInstallation(
  secret: string,
  _previous: unknown,
  form: FormData,
): Promise<VisitorAnswer> {
  return answering(form, async (): Promise<DomainError | KernelError> => {
    const visitor = visitorContext((await headers()).get(requestIdHeader) ?? undefined);
    const name = text(form, 'name').trim();
    // The log names who did it; the command refuses a name that is no name before anything is written.
    const ctx = { ...visitor, actor: { ...visitor.actor, name } };
    const [email, password, slug] = [text(form, 'email'), text(form, 'password'), text(form, 'slug').trim()];
    if (text(form, 'door') === 'example') return explore(ctx, { secret, name, email, password });
    const result = await createWorkspace(ctx, {
      secret,
      email,
      password,
      name,
      workspaceName: text(form, 'workspaceName'),
      timeZone: text(form, 'timeZone'),
      ...(slug === '' ? {} : { slug }),
    });
    if (!result.ok) return result.error;
    const refused = await openSession({ email, password });
    // safe because a slug is lower-case words and hyphens
    return refused ?? redirect(`/${result.value.slug}` as Route);
  });
}

async function explore(
  ctx: Context,
  fields: { secret: string; name: string; email: string; password: string },
): Promise<DomainError> {
  const result = await exploreExample(ctx, fields);
  if (!result.ok) return result.error;
  const refused = await openSession(fields);
  return refused ?? redirect(`/${exampleSlug}`);
}

/** Removes the example, and leads on to the set-up of one's own workspace, or to the front door. */
export async function removeExampleHere(
  slug: string,
  _previous: unknown,
  form: FormData,
): Promise<VisitorAnswer> {
  return answering(form, async () => {
    const result = await removeExample(await requireContext(slug), {});
    if (!result.ok) return result.error;
    const { setupSecret } = result.value;
    // safe because a secret is letters, digits, hyphens and underscores
    redirect((setupSecret ? `/setup/${setupSecret}` : '/') as Route);
  });
}

/** Sets a new password through a recovery link, signs in, and opens the workspace. */
export async function recoverWithLink(
  secret: string,
  _previous: unknown,
  form: FormData,
): Promise<VisitorAnswer> {
  return answering(form, async (): Promise<DomainError | KernelError> => {
    const password = text(form, 'password');
    const link = await findRecoverLink(secret, new Date());
    const requestId = (await headers()).get(requestIdHeader) ?? undefined;
    const result = await recoverAccount(visitorContext(requestId, link?.workspaceId), { secret, password });
    if (!result.ok) return result.error;
    const refused = await openSession({ email: result.value.email, password });
    return refused ?? redirect('/');
  });
}
