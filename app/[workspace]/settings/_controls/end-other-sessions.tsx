'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { endOtherSessionsAction } from './actions';

type Props = {
  action: BoundAction<typeof endOtherSessionsAction>;
  /** The session of this browser, which goes on. */
  keep: string;
};

/** Ends every session of the reader but the one of this browser. */
export function EndOtherSessions({ action, keep }: Props) {
  return (
    <Form action={action} hidden={{ keep }} submit="End all other sessions" saved="All other sessions ended">
      {() => null}
    </Form>
  );
}
