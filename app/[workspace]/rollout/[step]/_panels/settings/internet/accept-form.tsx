'use client';

import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { acceptRiskAction, withdrawAcceptanceAction } from './actions';

type Props = { subject: string; version: number };

/** The governance owner accepts the risk as the policy is now: why, and until when. */
export function AcceptForm({
  action,
  subject,
  version,
}: Props & { action: BoundAction<typeof acceptRiskAction> }) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ subject }}
      submit="Accept the risk"
      saved="The risk is accepted."
      clears
    >
      {({ errorOf, typedOf }) => (
        <>
          <TextArea
            label="Why it is accepted"
            name="reason"
            required
            error={errorOf('reason')}
            defaultValue={typedOf('reason')}
          />
          <Field
            label="Last day it holds"
            name="endsOn"
            type="date"
            hint="Left empty, it holds until the policy or the wish changes."
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn')}
          />
        </>
      )}
    </Form>
  );
}

/** The governance owner takes the acceptance back. */
export function WithdrawForm({
  action,
  subject,
  version,
}: Props & { action: BoundAction<typeof withdrawAcceptanceAction> }) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ subject }}
      submit="Take the acceptance back"
      saved="The acceptance is taken back."
    >
      {() => null}
    </Form>
  );
}
