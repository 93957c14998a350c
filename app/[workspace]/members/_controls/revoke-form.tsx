'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { revokeAction } from './actions';

type Props = { action: BoundAction<typeof revokeAction>; id: string; who: string };

/** Ends an invitation before anybody uses it. */
export function RevokeForm({ action, id, who }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit="Revoke" submitFor={who} saved="Invitation revoked">
      {() => null}
    </Form>
  );
}
