'use client';

import { useActionState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { SurfaceTask } from './choices';
import { DecisionDoors } from './decision-doors';
import { decisionFailure, type DecisionAction } from './decision-failure';
import { DecisionConflict } from './decision-conflict';

type Props = { action: DecisionAction; version: number; tasks: readonly SurfaceTask[] };

/** The first decision: there is nothing yet that it could make void. */
export function DecisionForm({ action, version, tasks }: Props) {
  const [answer, submit] = useActionState(action, null);
  const failure = decisionFailure(answer);
  if (failure?.theirs && failure.mine) {
    return <DecisionConflict action={submit} mine={failure.mine} theirs={failure.theirs} tasks={tasks} />;
  }
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-4">
      {failure?.message ? <Note tone="blocked" alert title={failure.message} /> : null}
      <input type="hidden" name="version" value={version} />
      <DecisionDoors name="surfaces" tasks={tasks} chosen={failure?.mine ?? null} error={failure?.field} />
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary">Decide</SubmitButton>
        <span className="meta">It can be changed later; nothing recorded is lost by that.</span>
      </p>
    </form>
  );
}
