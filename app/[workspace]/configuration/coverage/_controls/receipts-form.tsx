'use client';

import { Form } from '#components/ui/form';
import { ListFields } from '#components/ui/list-fields';
import type { BoundAction } from '#lib/shell/bound-action';
import type { receiveReceiptsAction } from './actions';

/** Takes receipts as verify printed them: all of them or none. */
export function ReceiptsForm({ action }: { action: BoundAction<typeof receiveReceiptsAction> }) {
  return (
    <Form
      action={action}
      submit="Take receipts"
      saved={({ machines }) => (machines === 1 ? '1 machine taken' : `${String(machines)} machines taken`)}
      clears
    >
      {(state) => (
        <ListFields
          state={state}
          name="text"
          label="Receipts"
          hint="One on each line, up to 1,000. The newest of a machine counts."
          accept=".json,.jsonl,.txt,application/json"
        />
      )}
    </Form>
  );
}
