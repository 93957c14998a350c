'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setAllowListAction } from './actions';
import { ListFields } from '#components/ui/list-fields';

type Props = {
  action: BoundAction<typeof setAllowListAction>;
  version: number;
  /** The list as it is stored, one range a line; left out where it is too long to be edited here. */
  stored: string | undefined;
};

/** Takes down what the company's allow list holds now. */
export function AllowListForm({ action, version, stored }: Props) {
  return (
    <Form
      action={action}
      version={version}
      submit="Save the allow list"
      saved="Allow list saved"
      theirs={theirs}
    >
      {(state) => (
        <ListFields
          state={state}
          name="cidrs"
          label="Allow list"
          hint="One range a line, commas, a table with a column “cidr”, or a JSON array. What follows a # is a comment."
          stored={stored}
          accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        />
      )}
    </Form>
  );
}

function theirs(current: unknown) {
  const isList = current !== null && typeof current === 'object' && 'cidrs' in current;
  const count = isList && Array.isArray(current.cidrs) ? current.cidrs.length : 0;
  return `a list of ${count.toLocaleString('en')} ${count === 1 ? 'range' : 'ranges'}`;
}
