'use client';

import type { Route } from 'next';
import { Radio, ChoiceGroup } from '#components/ui/choice';
import { Select } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { BoundAction } from '#lib/shell/bound-action';
import type { addToDraftAction } from './actions';

export type Choice = { value: string; label: string };
export type ChoiceField = {
  name: 'group' | 'role' | 'permission';
  label: string;
  options: readonly Choice[];
};

type Props = {
  action: BoundAction<typeof addToDraftAction>;
  hidden: Readonly<Record<string, string>>;
  version: number;
  fields: readonly ChoiceField[];
  /** Whom a search found, where the change is about a person. */
  people?: readonly (Choice & { second: string })[] | undefined;
  /** What the address has chosen already. */
  chosen: Readonly<Record<string, string>>;
  closeHref: Route;
};

/** One change, chosen field by field, into the draft. */
export function ChangeForm({ action, hidden, version, fields, people, chosen, closeHref }: Props) {
  return (
    <Form
      action={action}
      hidden={hidden}
      version={version}
      submit="Add to the draft"
      saved="Added."
      closeHref={closeHref}
      theirs={() => 'the draft has been changed; add this to it as it is now'}
    >
      {({ typedOf, errorOf }) => (
        <>
          {people ? (
            <ChoiceGroup legend="Person">
              {people.map(({ value, label, second }) => (
                <Radio
                  key={value}
                  name="person"
                  value={value}
                  required
                  defaultChecked={typedOf('person', people.length === 1 ? value : '') === value}
                >
                  {label} <span className="meta">{second}</span>
                </Radio>
              ))}
            </ChoiceGroup>
          ) : null}
          {fields.map(({ name, label, options }) => (
            <Select
              key={name}
              name={name}
              label={label}
              options={options}
              empty="Choose"
              required
              defaultValue={typedOf(name, chosen[name])}
              error={errorOf(name)}
            />
          ))}
        </>
      )}
    </Form>
  );
}
