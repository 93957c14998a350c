'use client';

import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setPolicyTextAction } from './actions';

type Props = {
  action: BoundAction<typeof setPolicyTextAction>;
  id: string;
  text: string;
  version: number;
};

/** The requirements of a policy as text. */
export function PolicyTextForm({ action, id, text, version }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id }}
      submit="Save the text"
      saved="The text of the policy is saved"
      theirs={() => 'the policy has been changed'}
    >
      {(form) => (
        <TextArea
          label="requirements.toml of the policy"
          name="text"
          rows={12}
          mono
          spellCheck={false}
          error={form.errorOf('text')}
          defaultValue={form.typedOf('text', text)}
        />
      )}
    </Form>
  );
}
