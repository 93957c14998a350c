'use client';

import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { fixConfigFindingAction } from './actions';

type Props = {
  action: BoundAction<typeof fixConfigFindingAction>;
  hidden: Readonly<Record<string, string>>;
  version: number;
  /** What the press does. */
  title: string;
};

/** Changes the text as a finding proposes. */
export function FixForm({ action, hidden, version, title }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={hidden}
      submit={title}
      saved="The text is changed."
      renews
    >
      {() => null}
    </Form>
  );
}
