'use client';

import type { Route } from 'next';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { acceptConfigFindingAction } from './actions';

type Props = {
  action: BoundAction<typeof acceptConfigFindingAction>;
  hidden: Readonly<Record<string, string>>;
  version: number;
  closeHref: Route;
};

/** Accepts a warning with a reason until a last day. */
export function AcceptForm({ action, hidden, version, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={hidden}
      submit="Accept the warning"
      saved="The warning is accepted."
      closeHref={closeHref}
    >
      {({ errorOf, typedOf }) => (
        <>
          <TextArea
            label="Reason"
            name="reason"
            rows={2}
            error={errorOf('reason')}
            defaultValue={typedOf('reason')}
            autoFocus
          />
          <Field
            label="Last day"
            name="endsOn"
            type="date"
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn')}
          />
        </>
      )}
    </Form>
  );
}
