import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';

type Props = {
  /** The page the form stands on. */
  action: Route;
  /** Values of the address that stay. */
  kept: Readonly<Record<string, string>>;
  submit: string;
  children: ReactNode;
};

/** Puts what was chosen into the address and shows it there: nothing is saved. Works before JavaScript. */
export function GetForm({ action, kept, submit, children }: Props) {
  return (
    <form action={action} method="get" className="grid min-w-0 gap-4">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <p>
        <Button small type="submit">
          {submit}
        </Button>
      </p>
    </form>
  );
}
