'use client';

import { Form } from '#components/ui/form';
import type { Finding } from '#lib/domain/config-check/finding';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setConfigTextAction } from './actions';
import { TextFields } from './text-fields';

type Props = {
  slug: string;
  name: string;
  file: string;
  text: string;
  version: number;
  findings: readonly Finding[];
  /** Null for whoever may only read. */
  action: BoundAction<typeof setConfigTextAction> | null;
};

/** The text of a file in an editor, what is to be known about it beside it, and the button that saves it. */
export function TextForm({ action, name, version, ...fields }: Props) {
  if (!action) return <TextFields {...fields} name={name} />;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ name }}
      submit="Save the text"
      primary
      saved="The text is saved in the draft."
    >
      {({ errorOf, typedOf }) => (
        <TextFields
          {...fields}
          name={name}
          typed={typedOf('text', fields.text)}
          error={errorOf('text')}
          editable
        />
      )}
    </Form>
  );
}
