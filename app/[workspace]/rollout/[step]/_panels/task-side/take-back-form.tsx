'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { withdrawAttestationAction } from './actions';

type Props = { action: BoundAction<typeof withdrawAttestationAction>; taskId: string; version: number };

/** Takes the word on a task back; it stays in the record. */
export function TakeBackForm({ action, taskId, version }: Props) {
  return (
    <Form action={action} version={version} hidden={{ id: taskId }} submit="Take back" saved="Taken back.">
      {() => null}
    </Form>
  );
}
