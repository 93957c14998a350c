'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setConfigurationAction } from './actions';
import { ChoiceFields } from './choice-fields';
import { stateOf } from './hand-answer';
import { HandConflict } from './hand-conflict';
import { McpFields } from './mcp-fields';
import { TelemetryFields } from './telemetry-fields';

type Props = {
  slug: string;
  action: BoundAction<typeof setConfigurationAction>;
  stored: Readonly<Record<string, string>>;
  version: number;
};

/** Takes the five decisions one by one. */
export function HandForm({ slug, action, stored, version }: Props) {
  const [answer, submit] = useActionState(action, null);
  // As it was when the form was opened: what others save meanwhile must not be overwritten unseen.
  const [opened] = useState({ values: stored, version });
  const { key, values, version: seen, errors, refusal, conflict, savedVersion } = stateOf(opened, answer);
  const answerPlace = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.ok === false) answerPlace.current?.focus();
  }, [answer]);

  return (
    <form action={submit} onReset={(event) => event.preventDefault()}>
      <input type="hidden" name="version" value={seen} />
      <div ref={answerPlace} tabIndex={-1} className="scroll-mt-10">
        {conflict ? <HandConflict slug={slug} {...conflict} /> : null}
        {refusal ? (
          <div className="px-4 pb-4">
            <Note tone="blocked" alert title={refusal}>
              {Object.keys(errors).length > 0
                ? 'Nothing was saved. The reason stands beside the field.'
                : null}
            </Note>
          </div>
        ) : null}
      </div>
      <div key={key}>
        <ChoiceFields values={values} errors={errors} />
        <McpFields values={values} errors={errors} />
        <TelemetryFields values={values} errors={errors} />
      </div>
      <p className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
        <SubmitButton variant="primary">Save these decisions</SubmitButton>
        <span className="meta" role="status">
          {savedVersion === null ? null : `Saved as version ${savedVersion}.`}
        </span>
      </p>
    </form>
  );
}
