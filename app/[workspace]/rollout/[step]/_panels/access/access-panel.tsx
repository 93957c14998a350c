import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { LossBox } from './loss-box';
import { PlacesBox } from './places-box';
import { TasksBox } from './tasks-box';
import { StandingBox } from '#access/standing-box';
import { WorklistBox } from '#access/worklist-box';

/** Rows 2.1–2.6: who loses workspace defaults, the tasks, and the way to roles, groups and people. */
export async function AccessPanel({ slug, step }: PanelProps) {
  const [{ actor }, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const tasks = step.tasks.filter(({ task }) => task.decidedBy.kind === 'access');
  return (
    <>
      <LossBox slug={slug} mayGrant={can(actor, 'access.write')} />
      <TasksBox slug={slug} tasks={tasks} />
      <PlacesBox slug={slug} access={facts.access} />
      <StandingBox slug={slug} />
      <WorklistBox slug={slug} />
    </>
  );
}
