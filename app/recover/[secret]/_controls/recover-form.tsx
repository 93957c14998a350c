'use client';

import { useActionState } from 'react';
import { Field } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { recoverAction } from './actions';

/** A new password for the account of a recovery link. */
export function RecoverForm({ action, email }: { action: BoundAction<typeof recoverAction>; email: string }) {
  const [answer, submit] = useActionState(action, null);
  const fields = answer?.error.fields ?? {};

  return (
    <form action={submit} className="grid gap-5">
      {answer && !answer.error.fields ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <input type="hidden" name="username" autoComplete="username" defaultValue={email} />
      <Field
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 12 characters. A sentence is easy to remember."
        error={fields.password}
      />
      <p>
        <SubmitButton variant="primary">Set password and sign in</SubmitButton>
      </p>
    </form>
  );
}
