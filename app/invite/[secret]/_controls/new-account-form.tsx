'use client';

import type { Route } from 'next';
import { useActionState } from 'react';
import { LinkButton } from '#components/ui/button';
import { Field } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { VisitorAnswer } from '#lib/shell/visitor-actions';
import type { joinAction } from './actions';

type Props = {
  action: BoundAction<typeof joinAction>;
  name: string | null;
  email: string | null;
  /** Signs in, and comes back here. */
  signIn: Route;
};

/** Joins with a new account: name, e-mail address and password. */
export function NewAccountForm({ action, name, email, signIn }: Props) {
  const [answer, submit] = useActionState(action, null);
  const hasAccount = answer?.error.code === 'account_exists';
  const wayIn = (
    <LinkButton small href={signIn}>
      Sign in
    </LinkButton>
  );

  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      {answer && !answer.error.fields ? (
        <Note tone="blocked" alert title={answer.error.message} action={hasAccount ? wayIn : undefined} />
      ) : null}
      <AccountFields answer={answer} name={name} email={email} />
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary">Create account and join</SubmitButton>
        <LinkButton variant="quiet" href={signIn}>
          I have an account
        </LinkButton>
      </p>
    </form>
  );
}

type FieldsProps = { answer: VisitorAnswer | null; name: string | null; email: string | null };

function AccountFields({ answer, name, email }: FieldsProps) {
  const errors = answer?.error.fields ?? {};
  const typed = answer?.typed ?? { name: name ?? '', email: email ?? '' };
  return (
    <>
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        error={errors.name}
        defaultValue={typed.name}
      />
      <Field
        label="Work e-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={errors.email}
        defaultValue={typed.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters. A sentence is easy to remember."
        error={errors.password}
      />
    </>
  );
}
