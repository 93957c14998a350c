'use client';

import type { Route } from 'next';
import { Field, FieldGrid, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { ItemAnswer } from '#lib/domain/validation/plan-checks';
import type { BoundAction } from '#lib/shell/bound-action';
import type { recordCheckAction } from './actions';
import { SeenFields } from './seen-fields';

type Props = {
  action: BoundAction<typeof recordCheckAction>;
  taskId: string;
  item: string;
  label: string;
  answer: ItemAnswer;
  version: number;
  closeHref: Route;
};

/** What somebody found when looking at one item of a check. */
export function CheckForm({ action, taskId, item, label, answer, version, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id: taskId, item }}
      submit="Record what I saw"
      primary
      closeHref={closeHref}
      saved={`Recorded: ${label}`}
    >
      {(form) => (
        <>
          <SeenFields form={form} answer={answer} label={label} />
          <FieldGrid>
            <TextArea
              label="Note"
              name="note"
              rows={2}
              hint="On which computer, with whose account"
              error={form.errorOf('note')}
              defaultValue={form.typedOf('note')}
            />
            <Field
              label="Link to proof"
              name="link"
              inputMode="url"
              autoComplete="off"
              hint="A screenshot or a ticket"
              error={form.errorOf('link')}
              defaultValue={form.typedOf('link')}
            />
          </FieldGrid>
        </>
      )}
    </Form>
  );
}
