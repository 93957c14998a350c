'use client';

import type { Route } from 'next';
import { useActionState } from 'react';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { surfaceWords, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { SurfaceTask } from './choices';
import { DecisionConflict } from './decision-conflict';
import { DecisionEffect } from './decision-effect';
import { decisionFailure, type DecisionAction, type MadeDecision } from './decision-failure';

type Props = {
  action: DecisionAction;
  decision: MadeDecision;
  wanted: SurfaceChoice;
  tasks: readonly SurfaceTask[];
  /** The page without the change. */
  keepHref: Route;
};

/** Another decision than today's: what it changes, then the press that makes it so. */
export function DecisionChange({ action, decision, wanted, tasks, keepHref }: Props) {
  const [answer, submit] = useActionState(action, null);
  const failure = decisionFailure(answer);
  if (failure?.theirs) {
    return <DecisionConflict action={submit} mine={wanted} theirs={failure.theirs} tasks={tasks} />;
  }
  return (
    <div className="grid gap-4">
      {failure?.message ? <Note tone="blocked" alert title={failure.message} /> : null}
      <DecisionEffect tasks={tasks} before={decision.surfaces} after={wanted} />
      <form action={submit} className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="version" value={decision.version} />
        <input type="hidden" name="surfaces" value={wanted} />
        <SubmitButton variant="primary">{`Decide ${surfaceWords[wanted].toLowerCase()}`}</SubmitButton>
        <LinkButton href={keepHref} scroll={false}>
          {`Keep ${surfaceWords[decision.surfaces].toLowerCase()}`}
        </LinkButton>
      </form>
    </div>
  );
}
