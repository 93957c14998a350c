'use client';

import type { Route } from 'next';
import { RadioDoors } from '#components/ui/choice';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { integrationStateTexts } from '#lib/catalog/cloud-states';
import type { RecordedIntegration } from '#lib/domain/integrations/integration';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setIntegrationAction } from './actions';

type Props = {
  action: BoundAction<typeof setIntegrationAction>;
  stored: RecordedIntegration;
  closeHref: Route;
};

const theirs = (current: unknown) => {
  // safe because a conflict of this action carries the integration as it is stored
  const { state, owner } = current as RecordedIntegration;
  return `${integrationStateTexts[state].toLowerCase()}, owner ${owner ?? 'nobody'}`;
};

const doors = Object.entries(integrationStateTexts).map(([value, label]) => ({ value, label }));

/** Says where one integration stands, who looks after it, and why it is left out where it is. */
export function IntegrationForm({ action, stored, closeHref }: Props) {
  return (
    <Form<Awaited<ReturnType<typeof action>>>
      action={action}
      hidden={{ key: stored.key }}
      version={stored.version}
      submit="Record"
      saved="Recorded."
      closeHref={closeHref}
      theirs={theirs}
    >
      {({ errorOf, typedOf }) => (
        <>
          <RadioDoors
            legend="State"
            name="state"
            options={doors}
            error={errorOf('state')}
            defaultValue={typedOf('state', stored.state)}
          />
          <Field
            label="Owner"
            name="owner"
            autoComplete="off"
            hint="Who looks after it"
            error={errorOf('owner')}
            defaultValue={typedOf('owner', stored.owner)}
          />
          <Field
            label="Link"
            name="link"
            type="url"
            hint="A ticket, a page of the app"
            error={errorOf('link')}
            defaultValue={typedOf('link', stored.link)}
          />
          <TextArea
            label="Note"
            name="note"
            hint="Why, where it is left out on purpose"
            error={errorOf('note')}
            defaultValue={typedOf('note', stored.note)}
          />
        </>
      )}
    </Form>
  );
}
