'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import type { FormAnswer } from '#components/ui/form-state';

type Props<A> = {
  action: (previous: A | null, form: FormData) => Promise<A>;
  /** What is saved: it was shown before, so nothing is left to fill in. */
  hidden: Readonly<Record<string, string>>;
  version?: number | undefined;
  submit: string;
  primary?: boolean | undefined;
  saved: string;
  closeHref?: Route | undefined;
};

/** Saves what the page shows, in one press; what somebody else changed meanwhile is looked at before that. */
export function SaveForm<A extends FormAnswer>(props: Props<A>) {
  return (
    <Form {...props} renews>
      {() => null}
    </Form>
  );
}
