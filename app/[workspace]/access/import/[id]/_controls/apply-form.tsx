'use client';

import { Checkbox } from '#components/ui/choice';
import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { applyAction } from './actions';

type Props = {
  action: BoundAction<typeof applyAction>;
  id: string;
  rejected: number;
  /** To be typed before so many rows go. */
  toType: number | null;
  /** The mark of what it does to access, as the page shows it. */
  effect: string;
};

/** Has an import applied; asks for the number of removals where many would go. */
export function ApplyForm({ action, id, rejected, toType, effect }: Props) {
  return (
    <Form
      action={action}
      hidden={{ id, effect }}
      submit="Apply the import"
      primary
      saved="The import is being applied"
    >
      {({ errorOf, typedOf, isTicked }) => (
        <>
          {rejected > 0 ? (
            <Checkbox name="skipRejected" value="true" defaultChecked={isTicked('skipRejected', false)}>
              {rejected === 1
                ? 'Leave the bad row out'
                : `Leave the ${rejected.toLocaleString('en')} bad rows out`}
            </Checkbox>
          ) : null}
          {toType === null ? null : (
            <Field
              name="removals"
              label={`Type ${toType.toLocaleString('en')}, the number of rows that would be removed`}
              hint="It is more than 5 % of a kind."
              inputMode="numeric"
              autoComplete="off"
              defaultValue={typedOf('removals')}
              error={errorOf('removals')}
            />
          )}
        </>
      )}
    </Form>
  );
}
