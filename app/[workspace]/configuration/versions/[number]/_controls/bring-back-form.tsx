'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { bringBackAction } from './actions';

type Props = { action: BoundAction<typeof bringBackAction>; number: number; newest: number };

/** Keeps the files of an older version as the next. */
export function BringBackForm({ action, number, newest }: Props) {
  return (
    <Form
      action={action}
      version={newest}
      hidden={{ from: String(number) }}
      submit={`Bring version ${number} back as version ${newest + 1}`}
      clears
      saved={(made) => `Version ${made.number} kept.`}
    >
      {({ errorOf, typedOf }) => (
        <TextArea label="Why" name="note" rows={2} error={errorOf('note')} defaultValue={typedOf('note')} />
      )}
    </Form>
  );
}
