import type { ReactNode } from 'react';
import { Icon } from './icon';

/** More, for those who want it; open and closed by the browser alone. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="chevron-right" small />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
