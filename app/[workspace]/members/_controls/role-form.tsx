'use client';

import type { Route } from 'next';
import { Field, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { appRoles } from '#lib/domain/authorization/can';
import { appRoleWords } from '#lib/domain/members/app-role-words';
import { memberView } from '#lib/domain/members/member';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setRoleAction } from './actions';

type Props = {
  action: BoundAction<typeof setRoleAction>;
  member: { id: string; appRole: (typeof appRoles)[number]; endsOn: string | null; version: number };
  closeHref: Route;
};

const options = appRoles.map((value) => ({ value, label: appRoleWords[value].label }));

function theirs(current: unknown) {
  const role = memberView.pick({ appRole: true }).safeParse(current).data?.appRole;
  return role ? appRoleWords[role].label : 'another state';
}

/** Gives a member another app role; for an auditor the last day of access. */
export function RoleForm({ action, member: { id, appRole, endsOn, version }, closeHref }: Props) {
  return (
    <Form
      action={action}
      hidden={{ id }}
      version={version}
      submit="Save app role"
      saved="App role saved"
      closeHref={closeHref}
      theirs={theirs}
    >
      {({ errorOf, typedOf }) => (
        <>
          <Select
            label="App role"
            name="appRole"
            options={options}
            hint="It holds from the member’s next request on."
            error={errorOf('appRole')}
            defaultValue={typedOf('appRole', appRole)}
          />
          <Field
            label="Last day of access"
            name="endsOn"
            type="date"
            hint="For auditors only. Empty: no end."
            error={errorOf('endsOn')}
            defaultValue={typedOf('endsOn', endsOn)}
          />
        </>
      )}
    </Form>
  );
}
