'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { putBackConfigTextAction } from './actions';

type Props = { action: BoundAction<typeof putBackConfigTextAction>; name: string; version: number };

/** Puts back the text before the last write. */
export function PutBackForm({ action, name, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ name }}
      submit="Put the earlier text back"
      saved="The earlier text is back."
      renews
    >
      {() => null}
    </Form>
  );
}
