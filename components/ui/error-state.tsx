import type { ReactNode } from 'react';
import { Note } from './note';

type Props = {
  /** What failed, in one sentence. */
  title: string;
  /** What is safe. */
  children: ReactNode;
  /** Mostly a small button *Try again*. */
  action?: ReactNode;
  requestId?: string | undefined;
};

/** What failed, what is safe, what to do, and the id under which it was logged. */
export function ErrorState({ title, children, action, requestId }: Props) {
  return (
    <Note tone="blocked" title={title} alert>
      {children}
      <span className="mt-2 flex flex-wrap items-center gap-2">
        {action}
        {requestId ? (
          <span className="meta">
            request <code>{requestId}</code>
          </span>
        ) : null}
      </span>
    </Note>
  );
}
