'use client';

import type { Route } from 'next';
import { useId } from 'react';
import { RadioDoors } from '#components/ui/choice';
import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import { visibilityTexts } from '#lib/catalog/cloud-states';
import type { CloudEnvironment } from '#lib/domain/environments/environment';
import type { BoundAction } from '#lib/shell/bound-action';
import type { addEnvironmentAction, changeEnvironmentAction } from './actions';

type Props = {
  closeHref: Route;
  /** Names to choose from; another one can be typed. */
  repositories: readonly string[];
} & (
  | { stored: null; action: BoundAction<typeof addEnvironmentAction> }
  | { stored: CloudEnvironment; action: BoundAction<typeof changeEnvironmentAction> }
);

const theirs = (current: unknown) => {
  // safe because a conflict of this action carries the environment as it is stored
  const { name, repository, visibility, owner, collaborators } = current as CloudEnvironment;
  return `${name} for ${repository}, ${visibilityTexts[visibility].label.toLowerCase()}, ${owner}, ${collaborators.join(', ') || 'no collaborator'}`;
};

const doors = Object.entries(visibilityTexts).map(([value, { label, meaning }]) => ({
  value,
  label,
  second: meaning,
}));

/** Messages about one address of several say which. */
const withPlace = (messages: string[] | undefined) =>
  messages?.map((message) =>
    message.replace(/^(\d+): /, (_, index: string) => `Address ${Number(index) + 1}: `),
  );

/** Writes down an environment, or changes what is written down of one. */
export function EnvironmentForm({ stored, action, closeHref, repositories }: Props) {
  const sent = stored ? { hidden: { id: stored.id }, version: stored.version } : {};
  return (
    <Form<Awaited<ReturnType<typeof action>>>
      action={action}
      {...sent}
      submit={stored ? 'Save' : 'Add the environment'}
      saved={stored ? 'Saved.' : 'Added.'}
      closeHref={closeHref}
      theirs={theirs}
    >
      {(state) => (
        <>
          <Fields state={state} stored={stored} repositories={repositories} />
          <OwnerField state={state} stored={stored} />
        </>
      )}
    </Form>
  );
}

type FieldsProps = { state: FormState; stored: CloudEnvironment | null; repositories: readonly string[] };

function Fields({ state: { errorOf, typedOf }, stored, repositories }: FieldsProps) {
  const listId = useId();
  return (
    <>
      <Field
        label="Name"
        name="name"
        autoComplete="off"
        error={errorOf('name')}
        defaultValue={typedOf('name', stored?.name)}
      />
      <Field
        label="Repository"
        name="repository"
        list={listId}
        autoComplete="off"
        spellCheck={false}
        hint="owner/name, from the list or typed"
        error={errorOf('repository')}
        defaultValue={typedOf('repository', stored?.repository)}
      />
      <datalist id={listId}>
        {repositories.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <RadioDoors
        legend="Visibility"
        name="visibility"
        options={doors}
        error={errorOf('visibility')}
        defaultValue={typedOf('visibility', stored?.visibility ?? 'workspace')}
      />
      <TextArea
        label="Collaborators"
        name="collaborators"
        hint="E-mail addresses of those who may edit it, one a line"
        error={withPlace(errorOf('collaborators'))}
        defaultValue={typedOf('collaborators', stored?.collaborators.join('\n'))}
      />
    </>
  );
}

function OwnerField({ state: { errorOf, typedOf }, stored }: Pick<FieldsProps, 'state' | 'stored'>) {
  return (
    <Field
      label="Owner"
      name="owner"
      autoComplete="off"
      hint="Who looks after it"
      error={errorOf('owner')}
      defaultValue={typedOf('owner', stored?.owner)}
    />
  );
}
