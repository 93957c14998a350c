import { notFound } from 'next/navigation';
import type { PanelProps } from '#lib/shell/panel-props';
import { CloudSide, opensCloudSide } from './cloud/cloud-side';
import { EvidencePart } from './evidence/evidence-part';
import { ToggleSide } from './settings/toggle-side';
import { waitingStrip } from './settings/waiting-strip';
import { TaskSide } from './task-side/task-side';

const hasToggles = ({ step }: PanelProps) => step.step.panels.some(({ kind }) => kind === 'settings');

/** The task whose panel the address opens: by its id, or by the key of its toggle. */
const openTask = ({ step, search }: PanelProps) =>
  step.tasks.find(
    ({ task, toggle }) =>
      task.id === search.task || (toggle !== null && toggle.setting.key === search.toggle),
  );

/** What the address opens beside the work of a step; nothing while it opens nothing. */
export function StepSide(props: PanelProps) {
  if (opensCloudSide(props)) return <CloudSide {...props} />;
  const { slug, search } = props;
  const asked = hasToggles(props) ? (search.toggle ?? search.task) : search.task;
  if (asked === undefined) return null;
  const status = openTask(props);
  if (!status) notFound();
  const { task, toggle, state } = status;
  const proof = (
    <EvidencePart
      slug={slug}
      taskId={task.id}
      refused={search.evidence}
      applies={state !== 'not_applicable'}
    />
  );
  if (toggle) return <ToggleSide {...props} toggleKey={toggle.setting.key} proof={proof} />;
  return <TaskSide {...props} status={status} proof={proof} />;
}

/** What must stay in sight on a narrow screen while the panel is closed: a running timer. */
export const stepStrip = (props: PanelProps) => (hasToggles(props) ? waitingStrip(props) : null);
