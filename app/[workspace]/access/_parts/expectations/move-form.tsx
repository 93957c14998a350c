'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { moveExpectationAction } from './actions';

type Props = {
  action: BoundAction<typeof moveExpectationAction>;
  id: string;
  to: 'up' | 'down';
  version: number;
  sentence: string;
};

/** Moves one expectation a place up or down. */
export function MoveForm({ action, id, to, version, sentence }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id, to }}
      submit={to === 'up' ? 'Move up' : 'Move down'}
      submitFor={`“${sentence}”`}
      saved="Moved."
      theirs={() => 'the list has been changed'}
    >
      {() => null}
    </Form>
  );
}
