import { Box } from '#components/ui/box';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { maySign } from '#lib/domain/rollout/sign-off';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { signStepAction, withdrawSignOffAction } from './actions';
import { SignForm } from './sign-form';
import { Signature } from './signature';
import { TakeBackForm } from './take-back-form';

/** Who signs a step off, what is missing until then, and the signature once it stands. */
export async function SignOff({ slug, step }: { slug: string; step: StepProgress }) {
  const { number, signedBy, slug: stepSlug } = step.step;
  const [{ ctx, membership }, { owners }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const holder = owners.find(({ duty }) => duty === signedBy)?.name ?? 'nobody yet';
  const open = step.tasks.filter(({ state }) => state !== 'done' && state !== 'not_applicable');
  const held = dutiesOf(membership, owners);
  const isSigner = can(ctx.actor, 'step.sign') && maySign({ held, appRole: membership.appRole }, signedBy);
  const { state, version } = step.signOff;
  const missing = whatIsMissing(step, open, isSigner);

  return (
    <Box id="sign-off" title="Sign-off" meta={`${guide.duties[signedBy].label}: ${holder}`}>
      <div className="grid gap-4">
        <Signature signOff={step.signOff} now={ctx.now} zone={membership.workspace.timeZone} />
        {state === 'signed' ? null : missing ? (
          <Button disabledReason={missing}>{`Sign off step ${number}`}</Button>
        ) : (
          <SignForm
            action={signStepAction.bind(null, slug)}
            step={{ number, slug: stepSlug }}
            version={version}
          />
        )}
        {open.length > 0 ? <Missing open={open} /> : null}
        {state !== 'unsigned' && isSigner ? (
          <TakeBackForm action={withdrawSignOffAction.bind(null, slug)} step={stepSlug} version={version} />
        ) : null}
      </div>
    </Box>
  );
}

function Missing({ open }: { open: readonly TaskStatus[] }) {
  return (
    <Disclosure summary="What is missing">
      <List>
        {open.map(({ task, state }) => (
          <ListRow key={task.id} meta={<State state={state} small />}>
            <a href={`#${taskAnchor(task.id)}`}>{task.title}</a>
          </ListRow>
        ))}
      </List>
    </Disclosure>
  );
}

/** Why the button cannot be pressed; null where it can. */
function whatIsMissing(step: StepProgress, open: readonly TaskStatus[], isSigner: boolean): string | null {
  const { label } = guide.duties[step.step.signedBy];
  const reasons = [
    ...(step.applicable === 0 ? ['None of its tasks applies.'] : []),
    ...(open.length === 0 ? [] : [openWords(open.length)]),
    ...(isSigner ? [] : [`The ${label} signs this step.`]),
  ];
  return reasons.length === 0 ? null : reasons.join(' ');
}

const openWords = (count: number) =>
  count === 1 ? '1 task is still open.' : `${count} tasks are still open.`;
