'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { removeClientAction } from './actions';

type Props = { action: BoundAction<typeof removeClientAction>; version: string; submit: string };

/** Removes a client, or gives up fetching it. */
export function RemoveClient({ action, version, submit }: Props) {
  return (
    <Form action={action} hidden={{ version }} submit={submit} submitFor={version} saved="Client removed">
      {() => null}
    </Form>
  );
}
