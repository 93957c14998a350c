'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { recordPublicationAction } from './actions';
import { ListFields } from '#components/ui/list-fields';

/** Hands in a published file that somebody downloaded. */
export function PublishedForm({ action }: { action: BoundAction<typeof recordPublicationAction> }) {
  return (
    <Form action={action} submit="Read the file" saved="Published file read" clears>
      {(state) => (
        <ListFields
          state={state}
          name="text"
          label="Published file"
          hint="The JSON as the vendor wrote it. It is taken whole or not at all."
          accept=".json,application/json"
        />
      )}
    </Form>
  );
}
