'use client';

import { useActionState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { WaveState } from '#lib/domain/waves/wave';
import type { BoundAction } from '#lib/shell/bound-action';
import type { moveWaveAction } from './actions';

type Props = {
  action: BoundAction<typeof moveWaveAction>;
  waveId: string;
  version: number;
  states: readonly WaveState[];
};

const words: Readonly<Record<WaveState, string>> = {
  planned: 'Plan it again',
  running: 'Begin the wave',
  done: 'Record as done',
  stopped: 'Stop the wave',
};

/** Moves a wave on; what it lacks is told at once. */
export function MoveButtons({ action, waveId, version, states }: Props) {
  const [answer, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-2">
      {answer && !answer.ok ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <input type="hidden" name="id" value={waveId} />
      <input type="hidden" name="version" value={version} />
      <p className="flex flex-wrap gap-2">
        {states.map((state) => (
          <SubmitButton key={state} small name="state" value={state}>
            {words[state]}
          </SubmitButton>
        ))}
      </p>
    </form>
  );
}
