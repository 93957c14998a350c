'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { certifyVersionAction } from './actions';

type Props = { action: BoundAction<typeof certifyVersionAction>; number: number };

/** Has every client at hand asked about a version, again where it was asked before. */
export function CertifyForm({ action, number }: Props) {
  return (
    <Form
      action={action}
      hidden={{ number: String(number) }}
      submit="Ask every client at hand"
      saved="Clients are being asked."
    >
      {() => null}
    </Form>
  );
}
