import { Box } from '#components/ui/box';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { taskAnchor } from '#lib/domain/rollout/task';
import { rolloutOf } from '#lib/shell/rollout';

/** Who signs a step off, and what is missing until then. */
export async function SignOff({ slug, step }: { slug: string; step: StepProgress }) {
  const { number, signedBy } = step.step;
  const { owners } = await rolloutOf(slug);
  const holder = owners.find(({ duty }) => duty === signedBy)?.name ?? 'nobody yet';
  const open = step.tasks.filter(({ state }) => state !== 'done' && state !== 'not_applicable');

  return (
    <Box id="sign-off" title="Sign-off" meta={`${guide.duties[signedBy].label}: ${holder}`}>
      <Button disabledReason={`Signing off comes in a later version; ${openWords(step, open.length)}.`}>
        {`Sign off step ${number}`}
      </Button>
      {open.length > 0 ? (
        <div className="mt-3">
          <Disclosure summary="What is missing">
            <List>
              {open.map(({ task, state }) => (
                <ListRow key={task.id} meta={<State state={state} small />}>
                  <a href={`#${taskAnchor(task.id)}`}>{task.title}</a>
                </ListRow>
              ))}
            </List>
          </Disclosure>
        </div>
      ) : null}
    </Box>
  );
}

function openWords({ applicable }: StepProgress, count: number): string {
  if (applicable === 0) return 'none of its tasks applies';
  if (count === 0) return 'no task is open';
  return count === 1 ? '1 task is still open' : `${count} tasks are still open`;
}
