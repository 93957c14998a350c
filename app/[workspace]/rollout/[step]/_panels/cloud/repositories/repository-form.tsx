'use client';

import type { Route } from 'next';
import { Field, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { RadioDoors } from '#components/ui/choice';
import { codeReviewTexts, connectorTexts } from '#lib/catalog/cloud';
import {
  codeReviewStates,
  connectorStates,
  repositoryView,
  type Repository,
} from '#lib/domain/repositories/repository';
import type { BoundAction } from '#lib/shell/bound-action';
import type { addRepositoryAction, changeRepositoryAction } from './actions';

type Props = { closeHref: Route } & (
  | { stored: null; action: BoundAction<typeof addRepositoryAction> }
  | { stored: Repository; action: BoundAction<typeof changeRepositoryAction> }
);

const theirs = (current: unknown) => {
  const { data } = repositoryView.safeParse(current);
  return data
    ? `${data.name}, connector ${connectorTexts[data.connector].label.toLowerCase()}, code review ${codeReviewTexts[data.codeReview].label.toLowerCase()}`
    : null;
};

const connectors = connectorStates.map((value) => ({
  value,
  label: connectorTexts[value].label,
  second: connectorTexts[value].meaning,
}));
const reviews = codeReviewStates.map((value) => ({ value, label: codeReviewTexts[value].label }));

/** Adds a repository, or changes what is written down of one. */
export function RepositoryForm({ stored, action, closeHref }: Props) {
  const sent = stored ? { hidden: { id: stored.id }, version: stored.version } : {};
  return (
    <Form<Awaited<ReturnType<typeof action>>>
      action={action}
      {...sent}
      submit={stored ? 'Save' : 'Add the repository'}
      saved={stored ? 'Saved.' : 'Added.'}
      closeHref={closeHref}
      theirs={theirs}
    >
      {({ errorOf, typedOf }) => (
        <>
          <Field
            label="Repository"
            name="name"
            autoComplete="off"
            spellCheck={false}
            hint="owner/name, as GitHub spells it"
            error={errorOf('name')}
            defaultValue={typedOf('name', stored?.name)}
          />
          <RadioDoors
            legend="Connector"
            name="connector"
            options={connectors}
            defaultValue={typedOf('connector', stored?.connector ?? 'allowed')}
            error={errorOf('connector')}
          />
          <Select
            label="Code review"
            name="codeReview"
            options={reviews}
            error={errorOf('codeReview')}
            defaultValue={typedOf('codeReview', stored?.codeReview ?? 'off')}
          />
        </>
      )}
    </Form>
  );
}
