'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { CodeEditor } from '#components/code-editor/code-editor';
import type { FieldError } from '#components/ui/field';
import { applyFix } from '#lib/domain/config-check/apply-fix';
import type { Finding, Fix } from '#lib/domain/config-check/finding';
import type { Delivery } from '#lib/domain/config-check/look';
import { askForKeys } from './ask';
import { LiveFindings } from './live-findings';
import { useLookedAt } from './use-looked-at';

type Props = {
  slug: string;
  /** What the address calls the form whose keys are offered. */
  name: string;
  file: string;
  label: string;
  /** How the text reaches clients; as a file on a machine unless it is said. */
  delivery?: Delivery | undefined;
  text: string;
  findings: readonly Finding[];
  /** What was typed before a refusal. */
  typed?: string | undefined;
  /** Where the cursor is put at first, from 1 up. */
  start?: Pick<Finding, 'line' | 'column'> | null | undefined;
  error?: FieldError;
  editable?: boolean | undefined;
};

/** The editor and what is to be known about its text, which follows the typing. */
export function TextFields(props: Props) {
  const { slug, name, label, error, start = null, editable = false } = props;
  const { current, setCurrent, looked, isTyping } = useLookedAt(props);
  const within = useRef<HTMLDivElement>(null);
  // The form holds the version it showed from the first key on; an editor’s keys are no input of a field.
  useEffect(() => {
    if (isTyping) within.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [isTyping]);
  const [place, setPlace] = useState(start);
  const findKeys = useCallback((words: string) => askForKeys({ slug, name, words }), [slug, name]);
  const isBehind = looked.text !== current;
  const fix = (one: Fix) => setCurrent(applyFix(looked.text, one));

  return (
    <div
      ref={within}
      className="grid grid-cols-1 items-start gap-5 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <CodeEditor
        label={label}
        name="text"
        text={current}
        error={error}
        readOnly={!editable}
        marks={looked.findings}
        onChange={setCurrent}
        findKeys={findKeys}
        place={place}
      />
      <LiveFindings
        findings={looked.findings}
        isBehind={isBehind}
        onGo={setPlace}
        onFix={editable && !isBehind ? fix : null}
      />
    </div>
  );
}
