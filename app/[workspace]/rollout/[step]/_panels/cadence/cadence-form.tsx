'use client';

import { Field, FieldGrid, Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { cadences, cadenceWords, type Cadence } from '#lib/domain/reviews/cadence';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setCadenceAction } from './actions';

type Props = {
  action: BoundAction<typeof setCadenceAction>;
  cadence: Cadence;
  /** What to start with while nothing is settled. */
  suggestedOn: string;
};

const options = cadences.map((value) => ({ value, label: cadenceWords[value] }));

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object' || !('nextOn' in current)) return null;
  return `next on ${String(current.nextOn)}`;
}

/** Settles how often governance looks, and when next. */
export function CadenceForm({ action, cadence: { every, nextOn, version }, suggestedOn }: Props) {
  return (
    <Form action={action} version={version} submit="Save" saved="Review cadence saved." theirs={theirs}>
      {({ errorOf, typedOf }) => (
        <FieldGrid>
          <Select
            key={`every-${version}`}
            label="How often"
            name="every"
            options={options}
            hint="Weekly suits a pilot, monthly what comes after."
            error={errorOf('every')}
            defaultValue={typedOf('every', every ?? 'weekly')}
          />
          <Field
            key={`next-${version}`}
            label="Next review"
            name="nextOn"
            type="date"
            error={errorOf('nextOn')}
            defaultValue={typedOf('nextOn', nextOn ?? suggestedOn)}
          />
        </FieldGrid>
      )}
    </Form>
  );
}
