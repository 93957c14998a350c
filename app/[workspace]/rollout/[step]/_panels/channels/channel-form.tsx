'use client';

import type { Route } from 'next';
import { Field, FieldGrid, Select, TextArea, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import type { Channel, ChannelState } from '#lib/domain/channels/channel';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setChannelAction } from './actions';

type Props = {
  action: BoundAction<typeof setChannelAction>;
  channel: Channel;
  /** Who fills the form in, mostly who set it up. */
  me: string;
  keptDays: number | null;
  closeHref: Route;
};

const states: readonly { value: ChannelState; label: string }[] = [
  { value: 'not_set_up', label: 'Not set up' },
  { value: 'set_up', label: 'Set up' },
  { value: 'left_out', label: 'Left out on purpose' },
];

const stateWords = new Map<unknown, string>(states.map(({ value, label }) => [value, label]));

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object' || !('state' in current)) return null;
  return stateWords.get(current.state);
}

/** Records how a channel stands. */
export function ChannelForm({ action, channel, me, keptDays, closeHref }: Props) {
  const { key, version } = channel;
  return (
    <Form
      action={action}
      version={version}
      hidden={{ key }}
      submit="Save"
      saved="Channel saved."
      closeHref={closeHref}
      theirs={theirs}
    >
      {(form) => <ChannelFields form={form} {...{ channel, me, keptDays }} />}
    </Form>
  );
}

type FieldsProps = Pick<Props, 'channel' | 'me' | 'keptDays'> & { form: FormState };

function ChannelFields({ form: { errorOf, typedOf }, channel, me, keptDays }: FieldsProps) {
  const { state, setUpBy, lastExportOn, link, note, version } = channel;
  return (
    <FieldGrid>
      <Select
        label="State"
        name="state"
        options={states}
        error={errorOf('state')}
        defaultValue={typedOf('state', state)}
      />
      <Field
        label="Set up by"
        name="setUpBy"
        autoComplete="off"
        error={errorOf('setUpBy')}
        defaultValue={typedOf('setUpBy', version === 0 ? me : setUpBy)}
      />
      <Field
        label="Last export"
        name="lastExportOn"
        type="date"
        hint={keptDays ? `Kept ${keptDays} days.` : 'If you export from it.'}
        error={errorOf('lastExportOn')}
        defaultValue={typedOf('lastExportOn', lastExportOn)}
      />
      <Field
        label="Link"
        name="link"
        type="url"
        autoComplete="off"
        hint="A dashboard, a pipeline, a page of yours."
        error={errorOf('link')}
        defaultValue={typedOf('link', link)}
      />
      <WholeRow>
        <TextArea
          label="Note"
          name="note"
          rows={2}
          hint="Needed where it is left out: why."
          error={errorOf('note')}
          defaultValue={typedOf('note', note)}
        />
      </WholeRow>
    </FieldGrid>
  );
}
