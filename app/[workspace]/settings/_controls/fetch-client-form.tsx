'use client';

import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { fetchClientAction } from './actions';

type Props = { action: BoundAction<typeof fetchClientAction>; newestKnown: string };

/** Gets a version of the client from npm. */
export function FetchClientForm({ action, newestKnown }: Props) {
  return (
    <Form action={action} submit="Fetch from npm" saved={({ version }) => `${version} is on its way.`} clears>
      {({ errorOf, typedOf }) => (
        <Field
          label="Version"
          name="version"
          autoComplete="off"
          placeholder={newestKnown}
          hint="About 160 MB, from the registry that npm on this server is set up with."
          error={errorOf('version')}
          defaultValue={typedOf('version')}
        />
      )}
    </Form>
  );
}
