import { can } from '#lib/domain/authorization/can';
import { requireVisit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { CheckBox } from './check-box';

/** Rows 6.1 to 6.6: what to look at, what is expected, and what somebody saw. */
export async function ChecksPanel({
  slug,
  step,
  search,
  taskIds,
}: PanelProps & { taskIds: readonly string[] }) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const viewer = {
    slug,
    base: `/${slug}/rollout/${step.step.slug}`,
    now: ctx.now,
    zone: membership.workspace.timeZone,
    mayRecord: can(ctx.actor, 'check.write'),
    open: { taskId: String(search.check ?? ''), item: String(search.item ?? '') },
  };
  const shown = step.tasks.filter(({ task }) => taskIds.includes(task.id));

  return shown.map((status) => (
    <CheckBox key={status.task.id} status={status} facts={facts} viewer={viewer} />
  ));
}
