'use client';

import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changeRoleAction, createRoleAction } from '#access/actions';
import { nameOf } from '#access/name-of';

const label = 'Name of the role';

/** Adds a role that grants nothing yet. */
export function NewRole({ action }: { action: BoundAction<typeof createRoleAction> }) {
  return (
    <Form action={action} submit="Add role" saved="Role added." clears>
      {({ typedOf, errorOf }) => (
        <Field
          label={label}
          name="name"
          autoComplete="off"
          hint="It grants nothing yet, and changes nobody’s access until a group has it."
          defaultValue={typedOf('name')}
          error={errorOf('name')}
        />
      )}
    </Form>
  );
}

type Props = {
  action: BoundAction<typeof changeRoleAction>;
  role: { id: string; name: string; version: number };
};

/** Gives a role another name; nobody’s access changes. */
export function RoleName({ action, role: { id, name, version } }: Props) {
  return (
    <Form action={action} version={version} hidden={{ id }} submit="Rename" saved="Renamed." theirs={nameOf}>
      {({ typedOf, errorOf }) => (
        <Field
          label={label}
          name="name"
          autoComplete="off"
          defaultValue={typedOf('name', name)}
          error={errorOf('name')}
        />
      )}
    </Form>
  );
}
