'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import type { FormAnswer } from '#components/ui/form-state';

type Props<A> = {
  /** Takes access away, or gives it back. */
  action: (previous: A | null, form: FormData) => Promise<A>;
  id: string;
  version: number;
  submit: string;
  saved: string;
  closeHref: Route;
};

/** Takes a member's access away or gives it back, in one press. */
export function AccessForm<A extends FormAnswer>({ id, ...form }: Props<A>) {
  return (
    <Form {...form} hidden={{ id }} theirs={() => 'changed meanwhile'}>
      {() => null}
    </Form>
  );
}
