'use client';

import type { Route } from 'next';
import { Field, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { RadioDoors } from '#components/ui/choice';
import { codeReviewTexts, connectorTexts } from '#lib/catalog/cloud-states';
import type { Repository } from '#lib/domain/repositories/repository';
import type { BoundAction } from '#lib/shell/bound-action';
import type { addRepositoryAction, changeRepositoryAction } from './actions';

type Props = { closeHref: Route } & (
  | { stored: null; action: BoundAction<typeof addRepositoryAction> }
  | { stored: Repository; action: BoundAction<typeof changeRepositoryAction> }
);

const theirs = (current: unknown) => {
  // safe because a conflict of this action carries the repository as it is stored
  const { name, connector, codeReview } = current as Repository;
  return `${name}, connector ${connectorTexts[connector].label.toLowerCase()}, code review ${codeReviewTexts[codeReview].label.toLowerCase()}`;
};

const connectors = Object.entries(connectorTexts).map(([value, { label, meaning }]) => ({
  value,
  label,
  second: meaning,
}));
const reviews = Object.entries(codeReviewTexts).map(([value, { label }]) => ({ value, label }));

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
