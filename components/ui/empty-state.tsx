import type { ReactNode } from 'react';

type Props = { title: string; children: ReactNode; action?: ReactNode };

/** Where the first row would be: what goes here, why, how long it takes, one button. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div>
      <p>
        <strong>{title}</strong> <span className="text-text-2">{children}</span>
      </p>
      {action ? <div className="mt-3 flex flex-wrap items-center gap-2">{action}</div> : null}
    </div>
  );
}
