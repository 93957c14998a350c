'use client';

import { TextFields } from '#components/config-editor/text-fields';
import { Form } from '#components/ui/form';
import type { Finding } from '#lib/domain/config-check/finding';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setPolicyTextAction } from './actions';

type Props = {
  slug: string;
  action: BoundAction<typeof setPolicyTextAction>;
  id: string;
  text: string;
  version: number;
  findings: readonly Finding[];
};

/** The requirements of a policy in an editor, with what is to be known about them as a policy from the cloud. */
export function PolicyTextForm({ slug, action, id, text, version, findings }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id }}
      submit="Save the text"
      saved="The text of the policy is saved"
      theirs={() => 'the policy has been changed'}
    >
      {({ errorOf, typedOf }) => (
        <div className="grid gap-2">
          <h3>Text</h3>
          <TextFields
            {...{ slug, text, findings }}
            name="requirements"
            file="requirements.toml"
            delivery="cloud"
            label="requirements.toml of the policy"
            typed={typedOf('text', text)}
            error={errorOf('text')}
            editable
          />
        </div>
      )}
    </Form>
  );
}
