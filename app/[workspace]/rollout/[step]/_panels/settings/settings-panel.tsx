import type { SettingsGroup } from '#lib/domain/rollout/step';
import type { ReactNode } from 'react';
import { Box } from '#components/ui/box';
import { Register, RegisterGroup } from '#components/ui/register';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { PanelProps } from '#lib/shell/panel-props';
import { branchesOf } from './branches';
import { PrerequisiteRow } from './prerequisite-row';
import { RegisterFoot } from './register-foot';
import { ToggleRow } from './toggle-row';
import { isToggle } from './toggle-status';
import { viewerOf } from './viewer';

const columns = [
  { label: 'Toggle' },
  { label: 'State', width: 124 },
  { label: 'Wanted', width: 86 },
  { label: 'Confirmed', width: 128 },
  { label: 'Proof', width: 98 },
  { label: 'Owner', width: 66 },
];

type Props = PanelProps & {
  groups: readonly SettingsGroup[];
  /** The cells of a task's word and its proof. */
  wordsOf: (status: TaskStatus) => ReactNode;
};

/** Every toggle of the guide in one register: what is wanted, what was confirmed, and what needs what. */
export async function SettingsPanel(props: Props) {
  const { step, search, groups, wordsOf } = props;
  const viewer = await viewerOf(props);
  const byId = new Map(step.tasks.map((status) => [status.task.id, status]));
  const all = step.tasks.filter(isToggle);

  return (
    <Box label="Toggles" flush footer={viewer.mayWant ? null : <RegisterFoot viewer={viewer} />}>
      <Register label="Toggles" columns={columns}>
        {groups.map((group) => {
          const rows = group.taskIds.flatMap((id) => byId.get(id) ?? []);
          const branches = branchesOf(rows.filter(isToggle));
          return (
            <RegisterGroup key={group.id} title={group.title} note={group.hint} columns={columns.length}>
              {rows.map((status) =>
                isToggle(status) ? (
                  <ToggleRow
                    key={status.task.id}
                    status={status}
                    all={all}
                    viewer={viewer}
                    branch={branches.get(status.toggle.setting.key)}
                    selected={search.toggle === status.toggle.setting.key}
                  />
                ) : (
                  <PrerequisiteRow
                    key={status.task.id}
                    status={status}
                    slug={props.slug}
                    selected={search.task === status.task.id}
                    words={wordsOf(status)}
                  />
                ),
              )}
            </RegisterGroup>
          );
        })}
      </Register>
    </Box>
  );
}
