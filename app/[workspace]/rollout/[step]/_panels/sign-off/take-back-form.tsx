'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { withdrawSignOffAction } from './actions';

type Props = { action: BoundAction<typeof withdrawSignOffAction>; step: string; version: number };

/** Takes the signature under a step back; what was signed stays in the record. */
export function TakeBackForm({ action, step, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ step }}
      submit="Take the signature back"
      saved="The signature was taken back."
    >
      {() => null}
    </Form>
  );
}
