import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

/** One sentence, or the sentences a command gave for this field. */
export type FieldError = string | readonly string[] | undefined;

type Words = {
  label: string;
  /** Below the field, until an error takes its place. */
  hint?: ReactNode;
  error?: FieldError;
  hideLabel?: boolean | undefined;
  /** For keys, hashes and exact texts. */
  mono?: boolean | undefined;
};

type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined };

const sentence = (error: FieldError) => (typeof error === 'string' ? error : error?.join(' ')) || undefined;

/** The line under a control: the hint, or the error in its place. */
export function FieldMessage({ id, hint, error }: { id: string; hint?: ReactNode; error?: FieldError }) {
  const wrong = sentence(error);
  if (wrong) {
    return (
      <p className="hint hint-error" id={id}>
        <Icon name="circle-x" small />
        <span>{wrong}</span>
      </p>
    );
  }
  return hint ? (
    <p className="hint" id={id}>
      {hint}
    </p>
  ) : null;
}

type FrameProps = Pick<Words, 'label' | 'hint' | 'error' | 'hideLabel'> & {
  id: string;
  children: (described: Described) => ReactNode;
};

function Labelled({ id, label, hint, error, hideLabel, children }: FrameProps) {
  const messageId = `${id}-message`;
  const wrong = sentence(error);

  return (
    <div>
      <label className={hideLabel ? 'sr-only' : 'label'} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': wrong || hint ? messageId : undefined,
        'aria-invalid': wrong ? 'true' : undefined,
      })}
      <FieldMessage id={messageId} hint={hint} error={error} />
    </div>
  );
}

type FieldProps = Words & { name: string } & Omit<ComponentProps<'input'>, 'className' | 'name'>;

/** One line of text. */
export function Field({ label, hint, error, hideLabel, mono, ...input }: FieldProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error, hideLabel }}>
      {(described) => (
        <input type="text" {...input} {...described} className={classNames('field', mono && 'field-mono')} />
      )}
    </Labelled>
  );
}

type TextAreaProps = Words & { name: string } & Omit<ComponentProps<'textarea'>, 'className' | 'name'>;

/** Several lines of text. */
export function TextArea({ label, hint, error, hideLabel, mono, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error, hideLabel }}>
      {(described) => (
        <textarea rows={3} {...area} {...described} className={classNames('field', mono && 'field-mono')} />
      )}
    </Labelled>
  );
}

type SelectProps = Words & {
  name: string;
  options: readonly { value: string; label: string }[];
  /** First choice, whose value is empty: "Nobody yet". */
  empty?: string | undefined;
} & Omit<ComponentProps<'select'>, 'className' | 'name' | 'children'>;

/** One of up to nine choices. */
export function Select({ label, hint, error, hideLabel, mono, options, empty, ...select }: SelectProps) {
  const id = useId();
  return (
    <Labelled {...{ id, label, hint, error, hideLabel }}>
      {(described) => (
        <select {...select} {...described} className={classNames('field', mono && 'field-mono')}>
          {empty ? <option value="">{empty}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Two columns of fields, one at 390; `WholeRow` takes both. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className="field-grid">{children}</div>;
}

export function WholeRow({ children }: { children: ReactNode }) {
  return <div className="field-whole">{children}</div>;
}
