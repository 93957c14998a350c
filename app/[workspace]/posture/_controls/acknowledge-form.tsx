'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { acknowledgeAction } from './actions';

type Props = {
  action: BoundAction<typeof acknowledgeAction>;
  taskId: string;
  version: number;
  /** What the button says. */
  words: string;
};

/** One's word that a part of the posture was read. */
export function AcknowledgeForm({ action, taskId, version, words }: Props) {
  return (
    <Form action={action} version={version} hidden={{ id: taskId }} submit={words} saved="Acknowledged.">
      {() => null}
    </Form>
  );
}
