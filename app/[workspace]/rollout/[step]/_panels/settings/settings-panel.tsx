import type { SettingsGroup } from '#lib/domain/rollout/step';
import type { ReactNode } from 'react';
import { Box } from '#components/ui/box';
import { Register, RegisterGroup } from '#components/ui/register';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import type { PanelProps } from '#lib/shell/panel-props';
import { branchesOf } from './branches';
import { ErrorBox } from './errors/error-box';
import { InternetBox } from './internet/internet-box';
import { PrerequisiteRow } from './prerequisite-row';
import { RegisterFoot } from './register-foot';
import { ToggleRow } from './toggle-row';
import { isToggle } from './toggle-status';
import { viewerOf, type Viewer } from './viewer';

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

/** Every toggle of the guide in one register, what agents may reach on the internet, and errors explained. */
export async function SettingsPanel(props: Props) {
  const { slug, step, search, groups } = props;
  const viewer = await viewerOf(props);
  const risky = step.tasks.filter(isToggle).find(({ toggle }) => toggle.definition.riskToAccept !== null);
  const subject = risky?.toggle.definition.riskToAccept ?? null;

  return (
    <>
      <Box label="Toggles" flush footer={viewer.mayWant ? null : <RegisterFoot viewer={viewer} />}>
        <Register label="Toggles" columns={columns}>
          {groups.map((group) => (
            <Group key={group.id} {...props} group={group} viewer={viewer} />
          ))}
        </Register>
      </Box>
      {risky && subject ? (
        <InternetBox slug={slug} status={risky} subject={subject} mayWrite={viewer.mayWant} />
      ) : null}
      <ErrorBox slug={slug} step={step} search={search} />
    </>
  );
}

type GroupProps = Omit<Props, 'groups'> & { group: SettingsGroup; viewer: Viewer };

function Group({ slug, step, search, wordsOf, group, viewer }: GroupProps) {
  const byId = new Map(step.tasks.map((status) => [status.task.id, status]));
  const rows = group.taskIds.flatMap((id) => byId.get(id) ?? []);
  const branches = branchesOf(rows.filter(isToggle));
  return (
    <RegisterGroup title={group.title} note={group.hint} columns={columns.length}>
      {rows.map((status) =>
        isToggle(status) ? (
          <ToggleRow
            key={status.task.id}
            status={status}
            all={step.tasks.filter(isToggle)}
            viewer={viewer}
            branch={branches.get(status.toggle.setting.key)}
            selected={search.toggle === status.toggle.setting.key}
          />
        ) : (
          <PrerequisiteRow
            key={status.task.id}
            status={status}
            slug={slug}
            selected={search.task === status.task.id}
            words={wordsOf(status)}
          />
        ),
      )}
    </RegisterGroup>
  );
}
