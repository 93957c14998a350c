import type { Route } from 'next';
import { Avatar } from '#components/ui/avatar';
import { State } from '#components/ui/state';
import { Tiles, type Tile } from '#components/ui/tiles';
import type { RolloutProgress, StepProgress } from '#lib/domain/rollout/progress';
import { stepStates, type StateCount } from '#lib/domain/rollout/step-states';
import type { TaskState } from '#lib/domain/rollout/task-state';
import type { Owner } from '#lib/domain/owners/owner';

const words: Readonly<Record<TaskState, string>> = {
  todo: 'to do',
  in_progress: 'in progress',
  waiting: 'waiting',
  blocked: 'blocked',
  done: 'Done',
  stale: 'stale',
  not_applicable: 'Not applicable',
};

const alone: readonly TaskState[] = ['done', 'not_applicable'];

function StateLine({ state, count }: StateCount) {
  return (
    <State state={state} small>
      {alone.includes(state) ? words[state] : `${count} ${words[state]}`}
    </State>
  );
}

function tileOf(slug: string, progress: StepProgress, owners: readonly Owner[]): Tile {
  const { step, done, applicable, complete } = progress;
  const owner = owners.find(({ duty }) => duty === step.signedBy)?.name ?? null;
  return {
    // safe because slugs are lower-case words and hyphens
    href: `/${slug}/rollout/${step.slug}` as Route,
    number: step.number,
    title: step.title,
    part: done,
    whole: applicable,
    complete,
    states: stepStates(progress).map((line) => <StateLine key={line.state} {...line} />),
    foot: (
      <>
        <Avatar name={owner} small decorative />
        {owner ?? 'Nobody yet'}
      </>
    ),
  };
}

/** The seven steps side by side: how far, what needs somebody, whose. */
export function StepTiles(props: { slug: string; progress: RolloutProgress; owners: readonly Owner[] }) {
  const { slug, progress, owners } = props;
  return <Tiles label="Steps" tiles={progress.steps.map((step) => tileOf(slug, step, owners))} />;
}
