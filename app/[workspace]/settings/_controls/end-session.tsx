'use client';

import { useActionState } from 'react';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { endSessionAction } from './actions';

type Props = { action: BoundAction<typeof endSessionAction>; id: string; browser: string };

/** Ends one other session of the reader; that browser is signed out at its next request. */
export function EndSession({ action, id, browser }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="flex items-center gap-2">
      {answer && !answer.ok ? (
        <span role="alert" className="meta">
          {answer.error.message}
        </span>
      ) : null}
      <input type="hidden" name="id" value={id} />
      <SubmitButton small>
        <span>
          End<span className="sr-only"> {browser}</span>
        </span>
      </SubmitButton>
    </form>
  );
}
