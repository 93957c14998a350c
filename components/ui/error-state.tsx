import type { ReactNode } from 'react';
import { Note } from './note';

type Props = {
  /** What failed, in one sentence. */
  title: string;
  /** What is safe. */
  children: ReactNode;
  /** Mostly a small button *Try again*. */
  action?: ReactNode;
  /** What finds the failure in the log. */
  loggedUnder?: string | undefined;
};

/** What failed, what is safe, what to do, and what finds it in the log. */
export function ErrorState({ title, children, action, loggedUnder }: Props) {
  return (
    <Note tone="blocked" title={title} alert>
      {children}
      <span className="mt-2 flex flex-wrap items-center gap-2">
        {action}
        {loggedUnder ? (
          <span className="meta">
            logged under <code>{loggedUnder}</code>
          </span>
        ) : null}
      </span>
    </Note>
  );
}
