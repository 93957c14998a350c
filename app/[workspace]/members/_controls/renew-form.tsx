'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { renewAction } from './actions';
import { InviteLink } from './invite-link';

type Props = { action: BoundAction<typeof renewAction>; id: string; who: string; site: string };

/** Gives an invitation a new link in place of the one it had, and shows it this once. */
export function RenewForm({ action, id, who, site }: Props) {
  return (
    <Form
      action={action}
      hidden={{ id }}
      submit="Make a new link"
      submitFor={who}
      saved="New link made; the earlier one has ended"
      shows={({ path }) => <InviteLink link={site + path} />}
    >
      {() => null}
    </Form>
  );
}
