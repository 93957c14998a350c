'use client';

import { Checkbox } from '#components/ui/choice';
import { Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { requestEgressReadAction, setEgressFetchAction } from './actions';

type Props = {
  action: BoundAction<typeof setEgressFetchAction>;
  isOn: boolean;
  url: string;
  version: number;
  sources: readonly { value: string; label: string }[];
};

/** Turns the daily read on or off, and says which file it reads. */
export function FetchForm({ action, isOn, url, version, sources }: Props) {
  return (
    <Form action={action} version={version} submit="Save the daily read" saved="Daily read saved">
      {(state) => (
        <>
          <Checkbox name="isOn" defaultChecked={state.isTicked('isOn', isOn)}>
            Fetch the file once a day
          </Checkbox>
          <Select
            label="File"
            name="url"
            options={sources}
            defaultValue={state.typedOf('url', url)}
            error={state.errorOf('url')}
          />
        </>
      )}
    </Form>
  );
}

/** Has the file read at once instead of at its next time. */
export function ReadNow({ action }: { action: BoundAction<typeof requestEgressReadAction> }) {
  return (
    <Form action={action} submit="Read now" saved="Asked: the answer is here in a moment, after a reload">
      {() => null}
    </Form>
  );
}
