'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { importExpectationsAction } from './actions';

type Props = { action: BoundAction<typeof importExpectationsAction>; version: number };

/** The whole list as YAML; a fault is told with its line, and the text stays. */
export function ImportForm({ action, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      submit="Replace the list"
      saved="The list is as the file says."
      clears
      theirs={() => 'the list has been changed since this page was opened'}
    >
      {({ typedOf, errorOf }) => (
        <TextArea
          label="Expectations as YAML"
          name="text"
          rows={10}
          mono
          spellCheck={false}
          hint="It replaces the whole list. Sentences that stay keep their place in the record."
          placeholder={'- nobody: { group: Contractors, may: codex.cloud }'}
          defaultValue={typedOf('text')}
          error={errorOf('text')}
        />
      )}
    </Form>
  );
}
