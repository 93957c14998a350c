'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { revokeDeliveryTokenAction } from './actions';

type Props = { action: BoundAction<typeof revokeDeliveryTokenAction>; id: string; name: string };

/** Ends a delivery token at its next request. */
export function RevokeDelivery({ action, id, name }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit="Revoke" submitFor={name} saved="Delivery token revoked">
      {() => null}
    </Form>
  );
}
