'use client';

import { Button } from './button';

/** Prints the page; hides on paper like every button. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button icon="printer" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
