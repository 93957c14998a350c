import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldMessage, type FieldError } from './field';

type CheckboxProps = { name: string; children: ReactNode } & Omit<
  ComponentProps<'input'>,
  'className' | 'name' | 'type' | 'children'
>;

/** A box with its word beside it; the whole row can be pressed. */
export function Checkbox({ children, ...input }: CheckboxProps) {
  return (
    <label className="choice">
      <input type="checkbox" {...input} className="choice-box" />
      <span>{children}</span>
    </label>
  );
}

/** One of a few, in one line each. Radios of a group share their `name`. */
export function Radio({ children, ...input }: CheckboxProps & { value: string }) {
  return (
    <label className="choice">
      <input type="radio" {...input} className="choice-box" />
      <span>{children}</span>
    </label>
  );
}

type GroupProps = { legend: string; hint?: ReactNode; error?: FieldError; children: ReactNode };

/** Choices that belong together under one name. */
export function ChoiceGroup({ legend, hint, error, children }: GroupProps) {
  const messageId = useId();
  return (
    <fieldset aria-describedby={hint || error ? messageId : undefined}>
      <legend className="label">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-0.5">{children}</div>
      <FieldMessage id={messageId} hint={hint} error={error} />
    </fieldset>
  );
}

export type Door = { value: string; label: string; second?: ReactNode };

type DoorsProps = {
  legend: string;
  name: string;
  options: readonly Door[];
  defaultValue?: string | null | undefined;
  required?: boolean | undefined;
  hint?: ReactNode;
  error?: FieldError;
  disabled?: boolean | undefined;
};

/** A choice between few ways to go on, each with a second line that says what it means. */
export function RadioDoors({
  legend,
  name,
  options,
  defaultValue,
  required,
  hint,
  error,
  disabled,
}: DoorsProps) {
  const messageId = useId();
  return (
    <fieldset aria-describedby={hint || error ? messageId : undefined} disabled={disabled}>
      <legend className="label">{legend}</legend>
      <div className="doors" data-invalid={error ? '' : undefined}>
        {options.map(({ value, label, second }) => (
          <label key={value} className="door">
            <input
              type="radio"
              className="choice-box"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              required={required}
            />
            <span>
              <span className="door-name">{label}</span>
              {second ? <span className="door-second meta-soft">{second}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldMessage id={messageId} hint={hint} error={error} />
    </fieldset>
  );
}
