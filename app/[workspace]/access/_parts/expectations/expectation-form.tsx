'use client';

import type { Route } from 'next';
import { useId } from 'react';
import { Field, FieldGrid, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormAnswer, FormState } from '#components/ui/form-state';

/** What the fields hold before anything was typed. */
export type Said = { kind: string; group: string; permission: string; people: string };

type Choice = { value: string; label: string };

type Props<A> = {
  action: (previous: A | null, form: FormData) => Promise<A>;
  said: Said;
  permissions: readonly Choice[];
  /** Names to be offered while a group is typed. */
  groups: readonly string[];
  /** Of one that is there already. */
  edited?: { id: string; version: number; closeHref: Route } | undefined;
};

const kinds: readonly Choice[] = [
  { value: 'nobody', label: 'No one may' },
  { value: 'everyone', label: 'Everyone may' },
  { value: 'only', label: 'Only people of the group may' },
  { value: 'atMost', label: 'At most so many people may' },
];

/** One sentence that must hold: what, of whom, and how many. */
export function ExpectationForm<A extends FormAnswer>({ action, edited, ...fields }: Props<A>) {
  return (
    <Form
      action={action}
      hidden={edited ? { id: edited.id } : undefined}
      version={edited?.version}
      closeHref={edited?.closeHref}
      submit={edited ? 'Save the expectation' : 'Add expectation'}
      saved={edited ? 'Saved.' : 'Added.'}
      clears={!edited}
      theirs={() => 'the list has been changed; the page shows it once it is opened again'}
    >
      {(state) => <Fields state={state} {...fields} />}
    </Form>
  );
}

type FieldsProps = Pick<Props<never>, 'said' | 'permissions' | 'groups'> & { state: FormState };

function Fields({ state: { typedOf, errorOf }, said, permissions, groups }: FieldsProps) {
  const listId = useId();
  return (
    <FieldGrid>
      <Select
        label="What must hold"
        name="kind"
        options={kinds}
        defaultValue={typedOf('kind', said.kind)}
        error={errorOf('kind')}
      />
      <Select
        label="Permission"
        name="permission"
        empty="Choose"
        options={permissions}
        defaultValue={typedOf('permission', said.permission)}
        error={errorOf('permission') ?? errorOf('may')}
      />
      <div>
        <Field
          label="Group"
          name="group"
          list={listId}
          autoComplete="off"
          hint="Name or id. Left empty, it is about everybody."
          defaultValue={typedOf('group', said.group)}
          error={errorOf('group')}
        />
        <datalist id={listId}>
          {groups.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <Field
        label="Most people"
        name="people"
        inputMode="numeric"
        autoComplete="off"
        hint="Only for “At most so many people may”."
        defaultValue={typedOf('people', said.people)}
        error={errorOf('people')}
      />
    </FieldGrid>
  );
}
