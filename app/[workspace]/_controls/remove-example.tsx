'use client';

import { useActionState } from 'react';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { removeExampleAction } from './actions';

/** Removes the example in one press; says why where that is refused. */
export function RemoveExample({ action }: { action: BoundAction<typeof removeExampleAction> }) {
  const [answer, send] = useActionState(action, null);
  return (
    <form action={send} className="grid justify-items-end gap-1">
      <SubmitButton small>Remove the example</SubmitButton>
      {answer ? (
        <p role="alert" className="meta">
          {answer.error.message}
        </p>
      ) : null}
    </form>
  );
}
