'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { beginReviewAction } from './actions';

/** Begins a review; the page then leads to its draft. */
export function BeginForm({ action }: { action: BoundAction<typeof beginReviewAction> }) {
  return (
    <Form action={action} submit="Begin a review" primary saved="Review begun.">
      {() => null}
    </Form>
  );
}
