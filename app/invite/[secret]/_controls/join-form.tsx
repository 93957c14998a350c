'use client';

import { useActionState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { joinAction } from './actions';

/** Joins with the account that is signed in, in one press. */
export function JoinForm({ action, name }: { action: BoundAction<typeof joinAction>; name: string }) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-5">
      {answer ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <p>
        <SubmitButton variant="primary">{`Join as ${name}`}</SubmitButton>
      </p>
    </form>
  );
}
