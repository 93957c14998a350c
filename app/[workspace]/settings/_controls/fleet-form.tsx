'use client';

import { Field, FieldGrid } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setFleetAction } from './actions';

type Props = {
  action: BoundAction<typeof setFleetAction>;
  fleet: { oldest: string; newest: string; version: number };
};

/** The oldest and the newest client of the fleet. */
export function FleetForm({ action, fleet: { oldest, newest, version } }: Props) {
  return (
    <Form action={action} version={version} submit="Save" saved="The clients of the fleet are saved.">
      {({ errorOf, typedOf }) => (
        <FieldGrid>
          <Field
            label="Oldest client"
            name="oldest"
            autoComplete="off"
            hint="An error is what this one, or a newer, refuses, replaces or ignores."
            error={errorOf('oldest')}
            defaultValue={typedOf('oldest', oldest)}
          />
          <Field
            label="Newest client"
            name="newest"
            autoComplete="off"
            hint="A release needs a certificate of both."
            error={errorOf('newest')}
            defaultValue={typedOf('newest', newest)}
          />
        </FieldGrid>
      )}
    </Form>
  );
}
