'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { discardReviewAction } from './actions';

type Props = { action: BoundAction<typeof discardReviewAction>; number: number; version: number };

/** Throws the draft away; what was written stays in the audit log. */
export function DiscardForm({ action, number, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ number: String(number) }}
      submit={`Discard draft ${number}`}
      saved="Draft discarded."
    >
      {() => null}
    </Form>
  );
}
