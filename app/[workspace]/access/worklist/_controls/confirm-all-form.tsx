'use client';

import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { confirmAllAction } from './actions';

type Props = {
  action: BoundAction<typeof confirmAllAction>;
  open: number;
  digest: string;
  version: number;
};

/** Confirms everything at once, for who has it all in the console already: by typing how many steps that are. */
export function ConfirmAllForm({ action, open, digest, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ digest }}
      submit="Confirm everything at once"
      saved="Everything is confirmed"
    >
      {(state) => (
        <Field
          label="Number of steps"
          name="steps"
          inputMode="numeric"
          autoComplete="off"
          hint={`Type ${open.toLocaleString('en')} to say that all of them are in the console.`}
          defaultValue={state.typedOf('steps')}
          error={state.errorOf('steps')}
        />
      )}
    </Form>
  );
}
