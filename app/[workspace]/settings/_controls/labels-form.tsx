'use client';

import { RadioDoors } from '#components/ui/choice';
import { Form } from '#components/ui/form';
import { labelEras, labelEraWords, type LabelChoice } from '#lib/domain/rollout/label-era';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setLabelsAction } from './actions';

type Props = { action: BoundAction<typeof setLabelsAction>; labels: LabelChoice };

const meanings = {
  '2026-03': 'As the guide has them.',
  '2026-09': 'The newest that are known; where none is, the guide’s.',
} as const;

/** March 2026 or autumn 2026 first. */
export function LabelsForm({ action, labels: { era, version } }: Props) {
  return (
    <Form action={action} version={version} submit="Save" saved="The order of the labels is saved.">
      {({ errorOf, typedOf }) => (
        <RadioDoors
          legend="Which labels and addresses stand first"
          name="era"
          required
          defaultValue={typedOf('era', era)}
          error={errorOf('era')}
          options={labelEras.map((one) => ({
            value: one,
            label: `${labelEraWords[one][0]?.toUpperCase() ?? ''}${labelEraWords[one].slice(1)} labels first`,
            second: meanings[one],
          }))}
        />
      )}
    </Form>
  );
}
