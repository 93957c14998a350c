'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { makeVersionAction } from './actions';

type Props = {
  action: BoundAction<typeof makeVersionAction>;
  /** What the version is made of. */
  from: string;
  /** Number of the newest version. */
  newest: number;
  submit: string;
  primary?: boolean | undefined;
  /** Why none can be kept now. */
  disabledReason?: string | undefined;
};

/** Keeps a version, with a note on what it is for. */
export function MakeForm({ action, from, newest, ...button }: Props) {
  return (
    <Form
      action={action}
      version={newest}
      hidden={{ from }}
      {...button}
      clears
      saved={({ number }) => `Version ${number} kept.`}
    >
      {({ errorOf, typedOf }) => (
        <TextArea
          label="Note"
          name="note"
          rows={2}
          hint="What it is for, for whoever approves it."
          error={errorOf('note')}
          defaultValue={typedOf('note')}
        />
      )}
    </Form>
  );
}
