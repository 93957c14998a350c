'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { createMeasureAction, retireMeasureAction } from './actions';

type Props = {
  action: BoundAction<typeof createMeasureAction> | BoundAction<typeof retireMeasureAction>;
  values: Readonly<Record<string, string>>;
  version?: number | undefined;
  submit: string;
  /** Which of several alike it is for. */
  submitFor?: string | undefined;
  saved: string;
  closeHref?: Route | undefined;
};

/** A write with nothing to type: takes a suggestion, or retires a measure. */
export function OnePressForm({ action, values, version, closeHref, ...words }: Props) {
  return (
    <Form action={action} hidden={values} version={version} {...words} closeHref={closeHref}>
      {() => null}
    </Form>
  );
}
