'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';

/** Saves empty rules and no skills: the answer of whoever wants neither. */
export function NoneWanted({ action }: { action: BoundAction<typeof setTeamConfigAction> }) {
  return (
    <Form
      action={action}
      version={0}
      hidden={{ rules: '', skills: '[]' }}
      submit="Want neither rules nor skills"
      saved="Saved: no rules, no skills."
    >
      {() => null}
    </Form>
  );
}
