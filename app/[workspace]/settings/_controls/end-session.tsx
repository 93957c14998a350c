'use client';

import { useActionState } from 'react';
import { SubmitButton } from '#components/ui/submit-button';
import { endSessionAction } from './actions';

/** Ends one other session of the reader; that browser is signed out at its next request. */
export function EndSession({ slug, id, browser }: { slug: string; id: string; browser: string }) {
  const [answer, submit] = useActionState(endSessionAction.bind(null, slug), null);
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
