'use client';

import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { signReviewAction } from './actions';

type Props = {
  action: BoundAction<typeof signReviewAction>;
  number: number;
  version: number;
  /** The day the cadence suggests. */
  suggestedOn: string;
  hint: string;
};

/** Signs the review, and sets the next date. */
export function SignForm({ action, number, version, suggestedOn, hint }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ number: String(number) }}
      submit={`Sign review ${number}`}
      primary
      saved="Review signed."
    >
      {({ errorOf, typedOf }) => (
        <Field
          label="Next review"
          name="nextOn"
          type="date"
          hint={hint}
          error={errorOf('nextOn')}
          defaultValue={typedOf('nextOn', suggestedOn)}
        />
      )}
    </Form>
  );
}
