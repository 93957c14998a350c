'use client';

import { Field, FieldGrid, TextArea, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { acceptLossAction } from '#access/actions';

type Props = { action: BoundAction<typeof acceptLossAction>; version: number };

/** The governance owner accepts that people go without workspace defaults, as it stands now. */
export function AcceptLoss({ action, version }: Props) {
  const hidden = { subject: 'access.lost_defaults' };
  return (
    <Form action={action} version={version} hidden={hidden} submit="Accept the loss" saved="Accepted.">
      {({ typedOf, errorOf }) => (
        <FieldGrid>
          <WholeRow>
            <TextArea
              label="Why this is intended"
              name="reason"
              hint="It counts until then, or until the roles or what they go without change."
              defaultValue={typedOf('reason')}
              error={errorOf('reason')}
            />
          </WholeRow>
          <Field
            label="Last day it holds"
            name="endsOn"
            type="date"
            defaultValue={typedOf('endsOn')}
            error={errorOf('endsOn')}
          />
        </FieldGrid>
      )}
    </Form>
  );
}
