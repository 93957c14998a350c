import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { surfaceWords, type SurfaceChoice } from '#lib/domain/rollout/decision';
import type { SurfaceTask } from './choices';
import { DecisionEffect } from './decision-effect';
import type { MadeDecision } from './decision-failure';

type Props = {
  action: (form: FormData) => void;
  mine: SurfaceChoice;
  theirs: MadeDecision;
  tasks: readonly SurfaceTask[];
};

/** Somebody decided meanwhile: their decision and mine, and what mine would change of theirs. */
export function DecisionConflict({ action, mine, theirs, tasks }: Props) {
  const words = (choice: SurfaceChoice) => surfaceWords[choice].toLowerCase();
  return (
    <div className="grid gap-4">
      <Note tone="stale" icon="git-compare" alert title="Somebody decided this since you opened it.">
        {`Theirs, saved: ${words(theirs.surfaces)}. Yours, not saved yet: ${words(mine)}.`}
      </Note>
      {mine === theirs.surfaces ? null : (
        <DecisionEffect tasks={tasks} before={theirs.surfaces} after={mine} />
      )}
      <div className="flex flex-wrap gap-2">
        {[...new Set([mine, theirs.surfaces])].map((choice) => (
          <form key={choice} action={action}>
            <input type="hidden" name="version" value={theirs.version} />
            <input type="hidden" name="surfaces" value={choice} />
            <SubmitButton>
              {choice === theirs.surfaces ? `Keep theirs: ${words(choice)}` : `Keep mine: ${words(choice)}`}
            </SubmitButton>
          </form>
        ))}
      </div>
    </div>
  );
}
