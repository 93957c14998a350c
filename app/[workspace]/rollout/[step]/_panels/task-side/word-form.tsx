'use client';

import type { Route } from 'next';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { attestTaskAction } from './actions';

type Props = {
  action: BoundAction<typeof attestTaskAction>;
  taskId: string;
  version: number;
  /** The panel without the form. */
  closeHref: Route;
  /** A word stands already; this one takes its place. */
  again: boolean;
};

/** Somebody's word on a task, with a note and a link as proof. */
export function WordForm({ action, taskId, version, closeHref, again }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id: taskId }}
      submit={again ? 'Confirm again in my name' : 'Confirm in my name'}
      primary
      closeHref={closeHref}
      saved="Confirmed. The task rests on your word."
      theirs={theirWords}
    >
      {({ errorOf, typedOf }) => (
        <>
          <TextArea
            label="Note"
            name="note"
            autoFocus
            hint="What you saw, and where"
            error={errorOf('note')}
            defaultValue={typedOf('note')}
          />
          <Field
            label="Link to proof"
            name="link"
            inputMode="url"
            autoComplete="off"
            hint="A ticket or a page; files go below"
            error={errorOf('link')}
            defaultValue={typedOf('link')}
          />
        </>
      )}
    </Form>
  );
}

function theirWords(current: unknown): string {
  const word = current !== null && typeof current === 'object' ? current : {};
  const by = 'by' in word && typeof word.by === 'string' ? word.by : 'somebody';
  const stands = 'attested' in word && word.attested === true;
  return stands ? `confirmed by ${by}` : `taken back by ${by}`;
}
