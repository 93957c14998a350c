import type { Route } from 'next';
import Link from 'next/link';
import { Note } from '#components/ui/note';
import { taskPath } from '#lib/catalog/task-path';
import { surfaceWords } from '#lib/domain/rollout/decision';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { rolloutOf } from '#lib/shell/rollout';

/** Says that nothing of a step applies, and by which decision. Nothing while something does. */
export async function OutsideDecision({ slug, step }: { slug: string; step: StepProgress }) {
  const { surfaces, decidedBy } = (await rolloutOf(slug)).decision;
  if (step.applicable > 0 || surfaces === null) return null;
  // safe because the path of a task is a route
  const href = taskPath(slug, 'decision') as Route;

  return (
    <Note
      icon="minus"
      title="This step does not apply."
      action={
        <Link className="alone" href={href}>
          See the decision
        </Link>
      }
    >
      {`${decidedBy} decided ${surfaceWords[surfaces].toLowerCase()}. The step’s tasks stay listed, and count again with all that was recorded when the decision changes.`}
    </Note>
  );
}
