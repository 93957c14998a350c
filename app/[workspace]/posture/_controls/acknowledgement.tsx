import type { Route } from 'next';
import Link from 'next/link';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { guide } from '#lib/catalog/guide';
import { taskPath } from '#lib/catalog/task-path';
import { can } from '#lib/domain/authorization/can';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { AcknowledgeForm } from './acknowledge-form';
import { acknowledgeAction } from './actions';

type Props = { slug: string; status: TaskStatus; words: string };

/** Whether a part of the posture was read and acknowledged, by whom, and the way to do it. */
export async function Acknowledgement({ slug, status, words }: Props) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { task, state, reason, version } = status;
  const word = facts.attestations.get(task.id);
  const isGiven = word?.kind === 'given';

  return (
    <div className="mt-4 grid gap-2 border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-x-3">
        <State state={state} />
        {isGiven ? (
          <span className="meta">
            {'Acknowledged by '}
            {word.by}, <Time at={word.at} now={ctx.now} zone={membership.workspace.timeZone} />
            {`, for guide ${word.restsOn.guide ?? guide.version}`}
          </span>
        ) : null}
      </p>
      {state === 'done' ? null : <p className="text-text-2">{reason}</p>}
      <div className="print:hidden">
        {can(ctx.actor, 'task.attest') && state !== 'done' ? (
          <AcknowledgeForm
            action={acknowledgeAction.bind(null, slug)}
            taskId={task.id}
            version={version}
            words={words}
          />
        ) : null}
        {can(ctx.actor, 'task.attest') ? null : (
          <p className="meta">One of the three owners acknowledges it.</p>
        )}
        <p className="meta mt-2">
          {/* safe because the path of a task is a route */}
          <Link href={taskPath(slug, task.id) as Route}>{`Row ${task.rows.join(', ')} in Step 0`}</Link>
        </p>
      </div>
    </div>
  );
}
