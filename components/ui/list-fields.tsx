import { useState, type ChangeEvent, type FormEvent } from 'react';
import { Field, TextArea } from '#components/ui/field';
import type { FormState } from '#components/ui/form-state';
import { maxListBytes, tooLargeWords } from '#lib/domain/egress/list-limits';
import { sentBytes } from '#lib/domain/sent-bytes';

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

/**
 * A list to paste or to choose as a file; what is wrong with it is named line by line.
 *
 * What is too large is told before it is sent. A chosen file is sent alone, until somebody writes on.
 */
export function ListFields({ state, name, label, hint, stored, accept }: Props) {
  const one = useOneOfBoth();
  const findings = state.errorOf(name) ?? [];
  const several = findings.length > 1;
  return (
    <>
      <TextArea
        label={label}
        name={one.isFile ? '' : name}
        onInput={one.onWrite}
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
        onChange={one.onChoose}
        error={one.refused}
        hint="It takes the place of the text above. At most 1 MB."
      />
    </>
  );
}

const sizeOf = ({ files }: HTMLInputElement) => files?.[0]?.size ?? 0;

/** Which of the two is sent: the file once one is chosen that may be, the text once it is written again. */
function useOneOfBoth() {
  const [isFile, setIsFile] = useState(false);
  const [refused, setRefused] = useState<string>();

  function onChoose({ target }: ChangeEvent<HTMLInputElement>) {
    const size = sizeOf(target);
    const isTooLarge = size > maxListBytes;
    const isFit = size > 0 && !isTooLarge;
    if (isTooLarge) target.value = '';
    setRefused(isTooLarge ? `${tooLargeWords} Choose another file.` : undefined);
    setIsFile(isFit);
    if (isFit) target.form?.querySelector('textarea')?.setCustomValidity('');
  }

  function onWrite({ currentTarget }: FormEvent<HTMLTextAreaElement>) {
    const file = currentTarget.form?.elements.namedItem('file');
    if (file instanceof HTMLInputElement) file.value = '';
    setIsFile(false);
    currentTarget.setCustomValidity(sentBytes(currentTarget.value) > maxListBytes ? tooLargeWords : '');
  }

  return { isFile, refused, onChoose, onWrite };
}
