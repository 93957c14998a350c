'use client';

import type { Route } from 'next';
import { ChoiceGroup, Radio } from '#components/ui/choice';
import { Select, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { decideWaveAction } from './actions';

type Props = {
  action: BoundAction<typeof decideWaveAction>;
  waveId: string;
  waveName: string;
  version: number;
  /** The duties the caller holds. */
  duties: readonly { value: string; label: string }[];
  closeHref: Route;
};

/** A duty's go or no-go for a wave, with why where points are open. */
export function VerdictForm({ action, waveId, waveName, version, duties, closeHref }: Props) {
  const [first] = duties;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ id: waveId }}
      submit="Sign"
      primary
      closeHref={closeHref}
      saved={`Signed: ${waveName}`}
    >
      {(form) => (
        <>
          <Select
            label="Signed as"
            name="duty"
            options={duties}
            error={form.errorOf('duty')}
            defaultValue={form.typedOf('duty', first?.value)}
          />
          <ChoiceGroup legend="Does the wave begin?" error={form.errorOf('verdict')?.join(' ')}>
            <Radio name="verdict" value="go" defaultChecked={form.typedOf('verdict') === 'go'}>
              Go
            </Radio>
            <Radio name="verdict" value="no_go" defaultChecked={form.typedOf('verdict') === 'no_go'}>
              No-go
            </Radio>
          </ChoiceGroup>
          <TextArea
            label="Why"
            name="note"
            rows={2}
            hint="Needed for a no-go, and for a go while points are open"
            error={form.errorOf('note')}
            defaultValue={form.typedOf('note')}
          />
        </>
      )}
    </Form>
  );
}
