'use client';

import type { Route } from 'next';
import { Field, FieldGrid, Select, WholeRow } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { FormState } from '#components/ui/form-state';
import type { Direction, Measure } from '#lib/domain/measures/measure';
import type { BoundAction } from '#lib/shell/bound-action';
import type { changeMeasureAction, createMeasureAction } from './actions';

type Props = {
  /** Creates without a measure, changes with one. */
  action: BoundAction<typeof createMeasureAction> | BoundAction<typeof changeMeasureAction>;
  measure: Measure | null;
  closeHref: Route;
};

const directions: readonly { value: Direction; label: string }[] = [
  { value: 'at_least', label: 'At least' },
  { value: 'at_most', label: 'At most' },
];

function theirs(current: unknown) {
  if (current === null || typeof current !== 'object' || !('target' in current)) return null;
  return `target ${String(current.target)}`;
}

/** What a measure counts, and its target. */
export function MeasureForm({ action, measure, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={measure?.version}
      hidden={measure ? { id: measure.id } : {}}
      submit={measure ? 'Save' : 'Set this measure'}
      saved="Measure saved."
      closeHref={closeHref}
      theirs={theirs}
    >
      {(state) => <MeasureFields form={state} measure={measure} />}
    </Form>
  );
}

type FieldsProps = Pick<Props, 'measure'> & { form: FormState };

function MeasureFields({ form: { errorOf, typedOf }, measure }: FieldsProps) {
  return (
    <FieldGrid>
      <WholeRow>
        <Field
          label="Measure"
          name="name"
          autoComplete="off"
          error={errorOf('name')}
          defaultValue={typedOf('name', measure?.name)}
        />
      </WholeRow>
      <Select
        label="Direction"
        name="direction"
        options={directions}
        error={errorOf('direction')}
        defaultValue={typedOf('direction', measure?.direction ?? 'at_least')}
      />
      <Field
        label="Target"
        name="target"
        inputMode="decimal"
        autoComplete="off"
        error={errorOf('target')}
        defaultValue={typedOf('target', measure ? String(measure.target) : null)}
      />
      <Field
        label="Unit"
        name="unit"
        autoComplete="off"
        hint="%, people, days"
        error={errorOf('unit')}
        defaultValue={typedOf('unit', measure?.unit)}
      />
      <Field
        label="Source"
        name="source"
        autoComplete="off"
        hint="Where the number comes from."
        error={errorOf('source')}
        defaultValue={typedOf('source', measure?.source)}
      />
    </FieldGrid>
  );
}
