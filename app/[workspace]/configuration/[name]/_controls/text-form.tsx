'use client';

import { TextFields } from '#components/config-editor/text-fields';
import { Form } from '#components/ui/form';
import type { Finding } from '#lib/domain/config-check/finding';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setConfigTextAction } from './actions';
import { checkText } from './check-text';
import type { TextPlace } from './file-address';
import { textConflict, type ConflictPlace } from './text-conflict';

type Props = {
  slug: string;
  name: string;
  file: string;
  text: string;
  version: number;
  findings: readonly Finding[];
  place: ConflictPlace;
  /** Where the cursor is put at first. */
  start: TextPlace | null;
  /** Null for whoever may only read. */
  action: BoundAction<typeof setConfigTextAction> | null;
};

/** The text of a file in an editor, what is to be known about it beside it, and the button that saves it. */
export function TextForm({ action, name, version, place, ...fields }: Props) {
  const label = `Text of ${fields.file}`;
  if (!action) return <TextFields {...{ ...fields, name, label }} />;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ name }}
      submit="Save the text"
      primary
      sticky
      saved="The text is saved in the draft."
      check={checkText}
      conflict={(met) => textConflict(met, place)}
    >
      {({ errorOf, typedOf }) => (
        <TextFields
          {...{ ...fields, name, label }}
          typed={typedOf('text', fields.text)}
          error={errorOf('text')}
          editable
        />
      )}
    </Form>
  );
}
