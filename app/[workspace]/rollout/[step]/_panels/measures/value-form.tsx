'use client';

import { Field, FieldGrid, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { recordMeasureValueAction } from './actions';

type Props = {
  action: BoundAction<typeof recordMeasureValueAction>;
  id: string;
  unit: string;
  today: string;
};

/** Records the value a measure had on a day. */
export function ValueForm({ action, id, unit, today }: Props) {
  return (
    <Form action={action} hidden={{ id }} submit="Record value" saved="Value recorded." clears>
      {({ errorOf, typedOf }) => (
        <FieldGrid>
          <Field
            label={`Value in ${unit}`}
            name="value"
            inputMode="decimal"
            autoComplete="off"
            error={errorOf('value')}
            defaultValue={typedOf('value')}
          />
          <Field
            label="Day"
            name="on"
            type="date"
            hint="The same day again corrects its value."
            error={errorOf('on')}
            defaultValue={typedOf('on', today)}
          />
          <WholeRow>
            <Field
              label="Note"
              name="note"
              autoComplete="off"
              error={errorOf('note')}
              defaultValue={typedOf('note')}
            />
          </WholeRow>
        </FieldGrid>
      )}
    </Form>
  );
}
