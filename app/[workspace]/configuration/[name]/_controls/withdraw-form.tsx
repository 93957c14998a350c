'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { withdrawConfigAcceptanceAction } from './actions';

type Props = {
  action: BoundAction<typeof withdrawConfigAcceptanceAction>;
  hidden: Readonly<Record<string, string>>;
  version: number;
};

/** Takes the acceptance of a warning back. */
export function WithdrawForm({ action, hidden, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={hidden}
      submit="Take the acceptance back"
      saved="It is no longer accepted."
      renews
    >
      {() => null}
    </Form>
  );
}
