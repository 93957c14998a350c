'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import type { Wave } from '#lib/domain/waves/wave';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changeWaveAction, planWaveAction } from './actions';
import { WaveFields, type GroupChoice } from './wave-fields';

type Props = {
  action: BoundAction<typeof planWaveAction> | BoundAction<typeof changeWaveAction>;
  wave: Wave | null;
  groups: readonly GroupChoice[];
  closeHref: Route;
};

/** The plan of a wave: its name, groups, people and days. */
export function WaveForm({ action, wave, groups, closeHref }: Props) {
  const isPlanned = wave !== null;
  return (
    <Form
      action={action}
      version={wave?.version}
      hidden={wave ? { id: wave.id } : {}}
      submit={isPlanned ? 'Save the plan' : 'Plan this wave'}
      closeHref={closeHref}
      saved={isPlanned ? 'Plan saved' : 'Wave planned'}
    >
      {(form) => <WaveFields form={form} plan={wave} groups={groups} />}
    </Form>
  );
}
