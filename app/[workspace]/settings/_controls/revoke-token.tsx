'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { revokeTokenAction } from './actions';

type Props = { action: BoundAction<typeof revokeTokenAction>; id: string; name: string };

/** Ends one of the reader's API tokens, at its next request. */
export function RevokeToken({ action, id, name }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit="Revoke" submitFor={name} saved="API token revoked">
      {() => null}
    </Form>
  );
}
