'use client';

import { useActionState } from 'react';
import { PlaceButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { presetTexts } from '#lib/catalog/baseline';
import type { PresetName } from '#lib/domain/config/presets';
import type { BoundAction } from '#lib/shell/bound-action';
import type { takePresetAction } from './actions';

type Props = {
  slug: string;
  action: BoundAction<typeof takePresetAction>;
  preset: PresetName;
  /** Version that the page showed. */
  version: number;
  isFirst: boolean;
};

/** Takes one preset in the place of what is in force. */
export function TakePreset({ slug, action, preset, version, isFirst }: Props) {
  const [answer, submit] = useActionState(action, null);
  const error = answer?.ok === false ? answer.error : null;
  const here = `/${slug}/rollout/configuration?preset=${preset}`;
  const isConflict = error?.code === 'conflict';

  return (
    <form action={submit} className="grid justify-items-start gap-3">
      <input type="hidden" name="preset" value={preset} />
      <input type="hidden" name="version" value={version} />
      {error ? (
        <Note
          tone={isConflict ? 'stale' : 'blocked'}
          icon={isConflict ? 'git-compare' : undefined}
          alert
          title={error.message}
          action={
            isConflict ? (
              <PlaceButton small href={here}>
                Compare again
              </PlaceButton>
            ) : null
          }
        >
          {isConflict ? inForceWords(error.current.preset) : null}
        </Note>
      ) : null}
      <SubmitButton variant={isFirst ? 'primary' : 'plain'}>{`Take the ${preset} preset`}</SubmitButton>
    </form>
  );
}

const inForceWords = (preset: PresetName | null) =>
  `In force now: ${preset ? presetTexts[preset].label.toLowerCase() : 'decisions by hand'}. Nothing was saved.`;
