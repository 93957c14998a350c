'use client';

import type { Route } from 'next';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changePolicyAction, createPolicyAction } from './actions';

type Said = { name: string; groups: string };

/** A policy to be made: what it is called and whom it is for. */
export function NewPolicyForm(props: { action: BoundAction<typeof createPolicyAction>; closeHref: Route }) {
  return (
    <Form {...props} submit="Add the policy" primary saved="Policy added below the others">
      {(form) => <PolicyFields form={form} said={null} />}
    </Form>
  );
}

type ChangeProps = {
  action: BoundAction<typeof changePolicyAction>;
  id: string;
  version: number;
  said: Said;
  closeHref: Route;
};

/** Another name for a policy, or other groups. */
export function ChangePolicyForm({ id, said, ...props }: ChangeProps) {
  return (
    <Form {...props} hidden={{ id }} submit="Save name and groups" saved="Name and groups saved">
      {(form) => <PolicyFields form={form} said={said} />}
    </Form>
  );
}

function PolicyFields({ form, said }: { form: FormState; said: Said | null }) {
  return (
    <>
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        error={form.errorOf('name')}
        defaultValue={form.typedOf('name', said?.name)}
      />
      <TextArea
        label="Groups"
        name="groups"
        rows={4}
        hint="One a line, by name or id."
        error={form.errorOf('groups')}
        defaultValue={form.typedOf('groups', said?.groups)}
      />
    </>
  );
}
