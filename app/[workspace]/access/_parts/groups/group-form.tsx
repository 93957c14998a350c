'use client';

import { Field, FieldGrid, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changeGroupAction, createGroupAction } from '#access/actions';
import { nameOf } from '#access/name-of';

const sources = [
  { value: 'manual', label: 'Made by hand' },
  { value: 'scim', label: 'Synced over SCIM' },
];

type Stored = { id: string; name: string; source: string; version: number };

function GroupFields({ state, group }: { state: FormState; group?: Stored | undefined }) {
  const isSynced = group?.source === 'scim';
  return (
    <FieldGrid>
      <Field
        label="Name of the group"
        name="name"
        autoComplete="off"
        hint={isSynced ? 'Rename it in your identity provider.' : undefined}
        defaultValue={state.typedOf('name', group?.name)}
        error={state.errorOf('name')}
      />
      <Select
        label="Where it comes from"
        name="source"
        options={sources}
        defaultValue={state.typedOf('source', group?.source ?? 'manual')}
        error={state.errorOf('source')}
      />
    </FieldGrid>
  );
}

/** Adds a group without people and without roles. */
export function NewGroup({ action }: { action: BoundAction<typeof createGroupAction> }) {
  return (
    <Form action={action} submit="Add group" saved="Group added." clears>
      {(state) => <GroupFields state={state} />}
    </Form>
  );
}

type Props = { action: BoundAction<typeof changeGroupAction>; group: Stored };

/** Gives a group another name, or says where it comes from. */
export function GroupName({ action, group }: Props) {
  const { id, version } = group;
  return (
    <Form action={action} version={version} hidden={{ id }} submit="Save" saved="Saved." theirs={nameOf}>
      {(state) => <GroupFields state={state} group={group} />}
    </Form>
  );
}
