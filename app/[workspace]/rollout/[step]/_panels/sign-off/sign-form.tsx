'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { signStepAction } from './actions';

type Props = {
  action: BoundAction<typeof signStepAction>;
  step: { number: number; slug: string };
  version: number;
};

/** Puts one's signature under a step as it stands. */
export function SignForm({ action, step, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ step: step.slug }}
      submit={`Sign off step ${step.number}`}
      primary
      saved={`Signed off step ${step.number}.`}
      theirs={() => 'somebody else signed, or took a signature back'}
    >
      {({ errorOf, typedOf }) => (
        <TextArea
          label="Note"
          name="note"
          rows={2}
          hint="Optional. Your name, the time and a hash of every task are kept with it."
          error={errorOf('note')}
          defaultValue={typedOf('note')}
        />
      )}
    </Form>
  );
}
