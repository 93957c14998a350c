'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { cancelAction } from './actions';

type Props = { action: BoundAction<typeof cancelAction>; id: string; submit: string; saved: string };

/** Stops an import that waits or runs, or gives up one that was tried out. */
export function CancelForm({ action, id, submit, saved }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit={submit} saved={saved}>
      {() => null}
    </Form>
  );
}
