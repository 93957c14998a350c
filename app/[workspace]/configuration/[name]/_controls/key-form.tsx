'use client';

import type { Route } from 'next';
import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setConfigKeyAction } from './actions';
import { KeyField, type KeyValue } from './key-field';

type Props = {
  action: BoundAction<typeof setConfigKeyAction>;
  name: string;
  path: readonly string[];
  value: KeyValue & { reason: string; version: number };
  closeHref: Route;
};

/** Sets one key with its reason, or takes it away; the rest of the file stays as it is written. */
export function KeyForm({ action, name, path, value, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={value.version}
      hidden={{ name, key: JSON.stringify(path), kind: value.kind }}
      submit="Set the key"
      primary
      saved="The file says so now."
      closeHref={closeHref}
      more={
        value.toml === null ? null : (
          <SubmitButton name="press" value="remove">
            Take it away
          </SubmitButton>
        )
      }
    >
      {({ errorOf, typedOf }) => (
        <>
          <KeyField value={value} typed={typedOf('value', '')} error={errorOf('toml')} />
          <TextArea
            label="Reason"
            name="reason"
            rows={2}
            hint="Why it is so, for whoever approves it and for whoever comes after you."
            error={errorOf('reason')}
            defaultValue={typedOf('reason', value.reason)}
          />
        </>
      )}
    </Form>
  );
}
