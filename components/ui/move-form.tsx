'use client';

import { Form } from './form';
import type { FormAnswer } from './form-state';

type Props<A> = {
  action: (previous: A | null, form: FormData) => Promise<A>;
  id: string;
  to: 'up' | 'down';
  version: number;
  /** What is moved, as the page calls it. */
  name: string;
  /** What has happened meanwhile where it cannot be moved any more. */
  theirs: string;
};

/** Moves one entry of an ordered list a place up or down. */
export function MoveForm<A extends FormAnswer>({ action, id, to, version, name, theirs }: Props<A>) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id, to }}
      submit={to === 'up' ? 'Move up' : 'Move down'}
      submitFor={`“${name}”`}
      saved="Moved."
      theirs={() => theirs}
    >
      {() => null}
    </Form>
  );
}
