'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { Field, FieldGrid, Select, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import type { ReportingOwner } from '#lib/domain/reporting-owners/reporting-owner';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setReportingOwnerAction } from './actions';

type Member = { id: string; name: string; email: string };

type Props = {
  action: BoundAction<typeof setReportingOwnerAction>;
  owner: ReportingOwner;
  members: readonly Member[];
  closeHref: Route;
};

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object' || !('name' in current)) return null;
  return typeof current.name === 'string' ? current.name : 'nobody';
}

/** Names who answers for an area: a member, or somebody by name and e-mail address. */
export function ReportingOwnerForm({ action, owner, members, closeHref }: Props) {
  const { area, version } = owner;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ area }}
      submit="Save"
      saved="Owner saved."
      closeHref={closeHref}
      theirs={theirs}
    >
      {(state) => <OwnerFields form={state} {...{ owner, members }} />}
    </Form>
  );
}

type FieldsProps = Pick<Props, 'owner' | 'members'> & { form: FormState };

function OwnerFields({ form: { errorOf, typedOf }, owner, members }: FieldsProps) {
  const { name, email } = owner;
  const member = members.find((one) => one.email === email && one.name === name);
  const isOther = member === undefined;
  // Once a member is chosen the fields for somebody else are out of the way, and are not sent.
  const [isChosen, choose] = useState(false);
  return (
    <FieldGrid>
      <WholeRow>
        <Select
          label="Member"
          name="memberId"
          empty="Somebody else, by name below"
          options={members.map(({ id, name: label, email: address }) => ({
            value: id,
            label: `${label}, ${address}`,
          }))}
          hint="Name and e-mail are for people without an account."
          error={errorOf('memberId')}
          defaultValue={typedOf('memberId', member?.id)}
          onChange={({ target }) => choose(target.value !== '')}
        />
      </WholeRow>
      {isChosen ? null : (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            hint="Leave all three empty for nobody."
            error={errorOf('name')}
            defaultValue={typedOf('name', isOther ? name : null)}
          />
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="off"
            error={errorOf('email')}
            defaultValue={typedOf('email', isOther ? email : null)}
          />
        </>
      )}
    </FieldGrid>
  );
}
