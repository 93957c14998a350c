'use client';

import { Field, FieldGrid } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { ToldOnce } from '#components/ui/told-once';
import type { BoundAction } from '#lib/shell/bound-action';
import type { createDeliveryTokenAction } from './actions';

/** Makes a delivery token and shows it this once. */
export function DeliveryForm({ action }: { action: BoundAction<typeof createDeliveryTokenAction> }) {
  return (
    <Form
      action={action}
      submit="Make delivery token"
      saved="Delivery token made"
      clears
      shows={({ token }) => (
        <ToldOnce icon="key-round" title="Copy this token now." text={token} copy="Copy token">
          It is shown this once; only its hash is kept. It fetches releases and sends receipts, nothing else.
        </ToldOnce>
      )}
    >
      {({ errorOf, typedOf }) => (
        <FieldGrid>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            hint="Which machines use it, such as Linux fleet."
            error={errorOf('name')}
            defaultValue={typedOf('name')}
          />
          <Field
            label="Last day"
            name="endsOn"
            type="date"
            hint="Empty: it works until it is revoked."
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn')}
          />
        </FieldGrid>
      )}
    </Form>
  );
}
