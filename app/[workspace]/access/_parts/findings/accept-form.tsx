'use client';

import type { Route } from 'next';
import { Field, FieldGrid, TextArea, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { acceptFindingAction, withdrawFindingAction } from './actions';

type Props = { subject: string; version: number; title: string };

type AcceptProps = Props & { action: BoundAction<typeof acceptFindingAction>; closeHref: Route };

/** The governance owner accepts a finding as it is now: why, and until when. */
export function AcceptForm({ action, subject, version, title, closeHref }: AcceptProps) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ subject }}
      submit="Accept the finding"
      submitFor={`“${title}”`}
      saved="Accepted."
      closeHref={closeHref}
      theirs={() => 'somebody accepted it, or took an acceptance back'}
    >
      {({ typedOf, errorOf }) => (
        <FieldGrid>
          <WholeRow>
            <TextArea
              label="Why it is accepted"
              name="reason"
              hint="It counts until then, or until what was found changes."
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

/** The governance owner takes an acceptance back. */
export function WithdrawForm({
  action,
  subject,
  version,
  title,
}: Props & { action: BoundAction<typeof withdrawFindingAction> }) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ subject }}
      submit="Take the acceptance back"
      submitFor={`“${title}”`}
      saved="The acceptance is taken back."
      theirs={() => 'somebody accepted it again, or took it back'}
    >
      {() => null}
    </Form>
  );
}
