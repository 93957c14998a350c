'use client';

import { Field, FieldGrid } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FleetSizeView } from '#lib/domain/receipts/fleet-size';
import { systems, systemWords } from '#lib/domain/validation/check';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setFleetSizeAction } from './actions';

type Props = { action: BoundAction<typeof setFleetSizeAction>; fleet: FleetSizeView };

/** One number for each system; empty where nobody knows, 0 where it is not used. */
export function FleetForm({ action, fleet }: Props) {
  return (
    <Form action={action} version={fleet.version} submit="Save the numbers" saved="Numbers saved">
      {({ errorOf, typedOf }) => (
        <>
          <p className="text-text-2">
            Empty: nobody knows. 0: not used here. A system with machines needs one that has the release.
          </p>
          <FieldGrid>
            {systems.map((os) => (
              <Field
                key={os}
                label={`${systemWords[os]} machines`}
                name={os}
                inputMode="numeric"
                autoComplete="off"
                error={errorOf(os)}
                defaultValue={typedOf(os, fleet[os] === null ? '' : String(fleet[os]))}
              />
            ))}
          </FieldGrid>
        </>
      )}
    </Form>
  );
}
