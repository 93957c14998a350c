'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { deactivateAction } from './actions';

type Props = {
  /** Takes access away, or gives it back. */
  action: BoundAction<typeof deactivateAction>;
  id: string;
  version: number;
  submit: string;
  saved: string;
  closeHref: Route;
};

/** Takes a member's access away or gives it back, in one press. */
export function AccessForm({ id, ...form }: Props) {
  return (
    <Form {...form} hidden={{ id }} theirs={() => 'changed meanwhile'}>
      {() => null}
    </Form>
  );
}
