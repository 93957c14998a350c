'use client';

import { Field, FieldGrid } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { ToldOnce } from '#components/ui/told-once';
import type { BoundAction } from '#lib/shell/bound-action';
import type { createTokenAction } from './actions';

/** Makes an API token that acts as the reader, and shows it this once. */
export function TokenForm({ action }: { action: BoundAction<typeof createTokenAction> }) {
  return (
    <Form
      action={action}
      submit="Make API token"
      saved="API token made"
      clears
      shows={({ token }) => (
        <ToldOnce icon="key-round" title="Copy this token now." text={token} copy="Copy token">
          It is shown this once; only its hash is kept. Whoever holds it acts in your name.
        </ToldOnce>
      )}
    >
      {({ errorOf, typedOf }) => (
        <FieldGrid>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            hint="What uses it, such as nightly export."
            error={errorOf('name')}
            defaultValue={typedOf('name')}
          />
          <Field
            label="Last day"
            name="endsOn"
            type="date"
            hint="Empty: it works until you revoke it."
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn')}
          />
        </FieldGrid>
      )}
    </Form>
  );
}
