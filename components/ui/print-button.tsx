'use client';

import { Button } from './button';

/** Prints the page; hides on paper like every button. */
export function PrintButton({ primary, children }: { primary?: boolean | undefined; children: string }) {
  return (
    <Button variant={primary ? 'primary' : undefined} icon="printer" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
