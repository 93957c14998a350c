'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { DecisionKey } from '#lib/domain/config/decision-values';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setConfigurationAction } from './actions';
import { ChoiceFields } from './choice-fields';
import { stateOf } from './hand-answer';
import { HandConflict } from './hand-conflict';
import { McpFields } from './mcp-fields';
import { TelemetryFields } from './telemetry-fields';
import { UnseenFields } from './unseen-fields';

type Props = {
  slug: string;
  action: BoundAction<typeof setConfigurationAction>;
  stored: Readonly<Record<string, string>>;
  version: number;
  /** The one decision to take; null takes all five. */
  only: DecisionKey | null;
};

/** Takes the five decisions one by one, or one of them alone; what is not shown is sent as it is. */
export function HandForm({ slug, action, stored, version, only }: Props) {
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
              {Object.keys(errors).some((name) => only === null || name === only)
                ? 'Nothing was saved. The reason stands beside the field.'
                : null}
            </Note>
          </div>
        ) : null}
      </div>
      <div key={key}>
        <UnseenFields values={values} only={only} />
        <ChoiceFields values={values} errors={errors} only={only} />
        {only === null || only === 'mcp' ? <McpFields values={values} errors={errors} /> : null}
        {only === null || only === 'telemetry' ? <TelemetryFields values={values} errors={errors} /> : null}
      </div>
      <p className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
        <SubmitButton variant="primary">{only ? 'Save this decision' : 'Save these decisions'}</SubmitButton>
        <span className="meta" role="status">
          {savedVersion === null ? null : `Saved as version ${savedVersion}.`}
        </span>
      </p>
    </form>
  );
}
