import { LinkButton } from '#components/ui/button';
import { RegisterCell } from '#components/ui/register';
import { Time } from '#components/ui/time';
import { evidenceOf } from '#lib/domain/attestations/evidence';
import { can } from '#lib/domain/authorization/can';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { taskPanel } from '#lib/shell/task-panel';
import { TaskProof } from './task-proof';

type Props = { slug: string; status: TaskStatus };

/** Two cells of a task's row: the word that stands with who and when, and its proof. */
export async function WordCells({ slug, status }: Props) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { task } = status;
  const newest = facts.attestations.get(task.id);
  const word = newest?.kind === 'given' ? newest : null;
  const second = [
    ...(word ? [<Time key="at" at={word.at} now={ctx.now} zone={membership.workspace.timeZone} />] : []),
    ...(isAsked(status) && can(ctx.actor, 'task.attest')
      ? [<ConfirmLink key="confirm" slug={slug} status={status} />]
      : []),
  ];
  return (
    <>
      <RegisterCell label="Confirmed" second={second.length > 0 ? second : null}>
        {word ? word.by : <span className="text-text-3">{takesWord(status) ? 'Not yet' : 'By data'}</span>}
      </RegisterCell>
      <RegisterCell label="Proof" narrow="dropped">
        <TaskProof
          panel={taskPanel(slug, task.id)}
          note={word?.note ?? null}
          link={word?.link ?? null}
          files={evidenceOf(task.id, facts.evidence).length}
        />
      </RegisterCell>
    </>
  );
}

const takesWord = ({ task }: TaskStatus) => task.decidedBy.kind === 'attestation';
const isAsked = (status: TaskStatus) => takesWord(status) && ['todo', 'stale'].includes(status.state);

function ConfirmLink({ slug, status: { task } }: Props) {
  return (
    <span className="mt-1 block">
      <LinkButton small href={taskPanel(slug, task.id, true)} scroll={false}>
        Confirm…<span className="sr-only"> {task.title}</span>
      </LinkButton>
    </span>
  );
}
