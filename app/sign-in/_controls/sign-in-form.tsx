'use client';

import { useActionState } from 'react';
import { Disclosure } from '#components/ui/disclosure';
import { Field } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { signInAction } from './actions';

/** E-mail and password; goes on to `to`. */
export function SignInForm({ action }: { action: BoundAction<typeof signInAction> }) {
  const [answer, submit] = useActionState(action, null);

  return (
    <form
      action={submit}
      onReset={(event) => event.preventDefault()}
      className="mt-5 grid max-w-[400px] gap-4"
    >
      {answer ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={answer?.typed.email}
      />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <p>
        <SubmitButton variant="primary">Sign in</SubmitButton>
      </p>
      <Disclosure summary="I cannot get in">
        <p className="text-text-2">
          Whoever runs this server can make a one-time link for you:{' '}
          <code>npm run recover -- your e-mail address</code>.
        </p>
      </Disclosure>
    </form>
  );
}
