import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import type { IconName, Tone } from '#components/ui/icon';
import { Lead } from '#components/ui/lead';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { StateIcon } from '#components/ui/state';
import { Time, timeInWords } from '#components/ui/time';
import { taskPath } from '#lib/catalog/task-path';
import type { Duty } from '#lib/domain/owners/owner';
import { nextAction, type NextAction } from '#lib/domain/rollout/next-action';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { rolloutRisks } from '#lib/domain/rollout/risks';
import type { TaskState } from '#lib/domain/rollout/task-state';
import { TaskLink } from './task-link';

type Props = {
  slug: string;
  progress: RolloutProgress;
  /** What the reader answers for; nothing for those who only read or help. */
  duties: readonly Duty[];
  now: Date;
  zone: string;
};

type Kicker = { kickerTone: Tone; kickerIcon: IconName };

const kickers: Partial<Record<TaskState, Kicker>> = {
  in_progress: { kickerTone: 'progress', kickerIcon: 'contrast' },
  waiting: { kickerTone: 'waiting', kickerIcon: 'hourglass' },
  stale: { kickerTone: 'stale', kickerIcon: 'history' },
};
const plainKicker: Kicker = { kickerTone: 'quiet', kickerIcon: 'circle' };
const differsKicker: Kicker = { kickerTone: 'stale', kickerIcon: 'equal-not' };

/** The one thing to do next, and what comes after it. */
export function NextLead({ slug, progress, duties, now, zone }: Props) {
  const { next, afterThat } = nextAction(progress, duties);
  const rows = afterThat.map((action) => afterRow({ slug, action, now, zone }));
  if (!next) return <NothingLeft isMine={duties.length > 0} />;

  const differs = rolloutRisks(progress).some(
    ({ kind, taskId }) => kind === 'differs' && taskId === next.taskId,
  );
  const kicker = differs ? differsKicker : (kickers[next.state] ?? plainKicker);
  const time = next.at ? `, at ${timeInWords(next.at, now, zone)}` : '';
  const isToggle = next.taskId.startsWith('toggle.');
  return (
    <Lead
      {...kicker}
      kicker={`${whose(next, duties)}${time}`}
      title={next.title}
      actions={
        // safe because taskPath gives an address of this app
        <LinkButton variant="primary" href={taskPath(slug, next.taskId) as Route}>
          {`Open ${isToggle ? 'toggle' : 'task'} ${next.row}`}
        </LinkButton>
      }
      after={rows.length > 0 ? <ShortList ordered rows={rows} shown={3} /> : null}
    >
      {[next.reason, next.meaning].filter(Boolean).join(' ')}
    </Lead>
  );
}

function whose({ owner }: NextAction, duties: readonly Duty[]): string {
  if (duties.length > 0) return 'Next for you';
  return owner.name === null ? 'Next, and nobody owns it' : `Next for ${owner.name}`;
}

function afterRow({ slug, action, now, zone }: Omit<Props, 'progress' | 'duties'> & { action: NextAction }) {
  const { taskId, state, title, at, row } = action;
  return (
    <ListRow
      key={taskId}
      lead={<StateIcon state={state} labelled />}
      meta={
        at ? (
          <>
            at <Time at={at} now={now} zone={zone} />
          </>
        ) : (
          row
        )
      }
    >
      <TaskLink slug={slug} taskId={taskId}>
        {title}
      </TaskLink>
    </ListRow>
  );
}

function NothingLeft({ isMine }: { isMine: boolean }) {
  return (
    <Lead
      kicker="Nothing open"
      kickerTone="done"
      kickerIcon="circle-check"
      title={isMine ? 'Nothing waits for you' : 'Nothing is left that can be done here'}
    >
      {isMine
        ? 'Whatever is open is in other hands; it stands below.'
        : 'Every task is done or not part of the rollout.'}
    </Lead>
  );
}
