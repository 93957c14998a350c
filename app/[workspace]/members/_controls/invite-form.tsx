'use client';

import { RadioDoors } from '#components/ui/choice';
import { Field, FieldGrid, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import { appRoles } from '#lib/domain/authorization/can';
import { appRoleWords } from '#lib/domain/members/app-role-words';
import type { BoundAction } from '#lib/shell/bound-action';
import type { inviteAction } from './actions';
import { InviteLink } from './invite-link';

const doors = appRoles.map((value) => ({
  value,
  label: appRoleWords[value].label,
  second: appRoleWords[value].may,
}));

type Props = {
  action: BoundAction<typeof inviteAction>;
  /** The address people open this site at. */
  site: string;
};

/** Makes a link that invites one person with an app role, and shows it this once. */
export function InviteForm({ action, site }: Props) {
  return (
    <Form
      action={action}
      submit="Make invitation link"
      saved="Invitation made"
      primary
      clears
      shows={({ path }) => <InviteLink link={site + path} />}
    >
      {(state) => <InviteFields {...state} />}
    </Form>
  );
}

function InviteFields({ errorOf, typedOf }: FormState) {
  return (
    <>
      <RadioDoors
        legend="App role"
        name="appRole"
        options={doors}
        defaultValue={typedOf('appRole')}
        error={errorOf('appRole')}
        required
      />
      <FieldGrid>
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          hint="Whom it is for. May be left empty."
          error={errorOf('name')}
          defaultValue={typedOf('name')}
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          hint="Filled in for them. No mail is sent."
          error={errorOf('email')}
          defaultValue={typedOf('email')}
        />
        <WholeRow>
          <Field
            label="Last day of access"
            name="endsOn"
            type="date"
            hint="For auditors only. Access ends at the end of that day."
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn')}
          />
        </WholeRow>
      </FieldGrid>
    </>
  );
}
