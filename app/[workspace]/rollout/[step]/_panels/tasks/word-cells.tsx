import { LinkButton } from '#components/ui/button';
import { RegisterCell } from '#components/ui/register';
import { Time } from '#components/ui/time';
import type { Attestation } from '#lib/domain/attestations/attestation';
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
  const newest = facts.attestations.get(status.task.id);
  const word = newest?.kind === 'given' ? newest : null;
  const ways = isAsked(status) && can(ctx.actor, 'task.attest') ? [status] : [];
  const said = word ? [word] : [];
  const second = [
    ...said.map(({ at }) => <Time key="at" at={at} now={ctx.now} zone={membership.workspace.timeZone} />),
    ...ways.map((one) => <ConfirmLink key="confirm" slug={slug} status={one} />),
  ];
  return (
    <>
      <RegisterCell label="Confirmed" second={second.length > 0 ? second : null}>
        <Who status={status} word={word} />
      </RegisterCell>
      <RegisterCell label="Proof" narrow="dropped">
        <TaskProof
          panel={taskPanel(slug, status.task.id)}
          word={word}
          files={evidenceOf(status.task.id, facts.evidence).length}
        />
      </RegisterCell>
    </>
  );
}

function Who({ status, word }: { status: TaskStatus; word: Attestation | null }) {
  if (word) return word.by;
  return <span className="text-text-3">{takesWord(status) ? 'Not yet' : 'By data'}</span>;
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
