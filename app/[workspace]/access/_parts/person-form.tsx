'use client';

import { Field, FieldGrid } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { FormState } from '#components/ui/form-state';
import type { changePersonAction, createPersonAction } from './actions';
import { nameOf } from './name-of';

type Stored = { id: string; name: string; email: string; version: number };

function PersonFields({ state, person }: { state: FormState; person?: Stored | undefined }) {
  return (
    <FieldGrid>
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        defaultValue={state.typedOf('name', person?.name)}
        error={state.errorOf('name')}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={state.typedOf('email', person?.email)}
        error={state.errorOf('email')}
      />
    </FieldGrid>
  );
}

/** Adds one of the customer’s people. */
export function NewPerson({ action }: { action: BoundAction<typeof createPersonAction> }) {
  return (
    <Form action={action} submit="Add person" saved="Person added." clears>
      {(state) => <PersonFields state={state} />}
    </Form>
  );
}

type Props = { action: BoundAction<typeof changePersonAction>; person: Stored };

/** Changes a person’s name or address. */
export function PersonName({ action, person }: Props) {
  const { id, version } = person;
  return (
    <Form action={action} version={version} hidden={{ id }} submit="Save" saved="Saved." theirs={nameOf}>
      {(state) => <PersonFields state={state} person={person} />}
    </Form>
  );
}
