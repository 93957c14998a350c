import type { ReactNode } from 'react';

/** Words for those who listen; what is seen says the same in another way. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
