import { Field, TextArea } from '#components/ui/field';
import type { FormState } from '#components/ui/form-state';

type Props = {
  state: FormState;
  /** Field of the text; the file's is `file`. */
  name: string;
  label: string;
  hint: string;
  stored?: string | undefined;
  /** What the file may be, for the browser's own choice. */
  accept: string;
};

/** A list to paste or to choose as a file; what is wrong with it is named line by line. */
export function ListFields({ state, name, label, hint, stored, accept }: Props) {
  const findings = state.errorOf(name) ?? [];
  const several = findings.length > 1;
  return (
    <>
      <TextArea
        label={label}
        name={name}
        rows={6}
        mono
        spellCheck={false}
        hint={hint}
        error={several ? 'Each place that needs another value is named below.' : findings[0]}
        defaultValue={state.typedOf(name, stored)}
      />
      {several ? (
        <ul className="meta grid gap-1" aria-label="What is wrong">
          {findings.map((finding) => (
            <li key={finding} className="wrap-anywhere">
              {finding}
            </li>
          ))}
        </ul>
      ) : null}
      <Field
        label="Or a file"
        name="file"
        type="file"
        accept={accept}
        hint="It takes the place of the text above. At most 1 MB."
      />
    </>
  );
}
