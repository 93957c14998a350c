'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { movePolicyAction } from './actions';

type Props = {
  action: BoundAction<typeof movePolicyAction>;
  id: string;
  to: 'up' | 'down';
  version: number;
  name: string;
};

/** Moves one policy a place up or down. */
export function PolicyMove({ action, id, to, version, name }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id, to }}
      submit={to === 'up' ? 'Move up' : 'Move down'}
      submitFor={`“${name}”`}
      saved="Moved."
      theirs={() => 'the policy has been changed'}
    >
      {() => null}
    </Form>
  );
}
