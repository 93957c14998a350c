'use client';

import { useId, useRef } from 'react';
import { FieldMessage, type FieldError } from '#components/ui/field';
import type { Mark } from './code-mirror';
import type { FindKeys } from './find-keys';
import { useEditor } from './use-editor';

type Props = {
  label: string;
  name: string;
  text: string;
  error?: FieldError;
  readOnly?: boolean | undefined;
  marks: readonly Mark[];
  onChange: (text: string) => void;
  findKeys: FindKeys;
  /** Where to put the cursor; a new object puts it there again. */
  place: Pick<Mark, 'line' | 'column'> | null;
};

/**
 * A text field for TOML that becomes an editor once its script has loaded. The field stays in the form, so what is
 * typed is sent either way.
 */
export function CodeEditor({ label, name, text, error, readOnly = false, ...rest }: Props) {
  const id = useId();
  const parent = useRef<HTMLDivElement>(null);
  const describedBy = error ? `${id}-message` : undefined;
  const isOpen = useEditor(parent, { label, text, readOnly, describedBy, ...rest });
  return (
    <div className="code-editor">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field field-mono"
        name={name}
        rows={24}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        hidden={isOpen}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy}
        onChange={(event) => rest.onChange(event.target.value)}
      />
      <div ref={parent} />
      <FieldMessage id={`${id}-message`} error={error} />
    </div>
  );
}
