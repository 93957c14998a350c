import Link from 'next/link';
import { Avatar } from '#components/ui/avatar';
import { RegisterCell, RegisterRow, type Branch } from '#components/ui/register';
import { State } from '#components/ui/state';
import { timeInWords } from '#components/ui/time';
import { settings } from '#lib/catalog/settings';
import { taskAnchor } from '#lib/domain/rollout/task';
import { orderLabels } from '#lib/domain/rollout/label-era';
import { setWanted } from '#lib/domain/settings/set-wanted';
import { setSettingAction } from './actions';
import { ConfirmedCell } from './confirmed-cell';
import { ProofCell } from './proof-cell';
import { StateDetail } from './state-detail';
import { onOff, toggleHref, type ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';
import { WantedSwitch } from './wanted-switch';

type Props = {
  status: ToggleStatus;
  /** Every toggle of the register: what one may be set to depends on others. */
  all: readonly ToggleStatus[];
  viewer: Viewer;
  branch: Branch | undefined;
  selected: boolean;
};

/** One toggle: how it stands, what is wanted, what was confirmed, with what proof, and whose it is. */
export function ToggleRow({ status, all, viewer, branch, selected }: Props) {
  const { key } = status.toggle.setting;
  const { first, others } = orderLabels(status.toggle.definition, viewer.era);
  const name = (
    <Link href={toggleHref(viewer.base, key)} scroll={false}>
      {first}
    </Link>
  );
  return (
    <RegisterRow
      id={taskAnchor(status.task.id)}
      name={name}
      second={
        <>
          {placeInOrder(status, all, branch)}
          {others.map(({ label, since }) => (
            <span key={label} className="block">{`${since.words}: “${label}”`}</span>
          ))}
        </>
      }
      branch={branch}
      selected={selected}
    >
      <RegisterCell label="State" second={<StateDetail status={status} viewer={viewer} />}>
        <State state={status.state} />
      </RegisterCell>
      <WantedCell status={status} all={all} viewer={viewer} />
      <ConfirmedCell status={status} viewer={viewer} />
      <ProofCell status={status} viewer={viewer} />
      <RegisterCell label="Owner" narrow="dropped">
        <Avatar name={status.owner.name} />
      </RegisterCell>
    </RegisterRow>
  );
}

function placeInOrder({ toggle }: ToggleStatus, all: Props['all'], branch: Props['branch']): string {
  const { row, requires } = toggle.definition;
  if (branch?.opens && branch.depth === 0) return `${row}, first`;
  const needed = all.filter((other) => requires.includes(other.toggle.setting.key));
  if (needed.length === 0) return row;
  return `${row}, needs ${needed.map((other) => other.toggle.definition.row).join(' and ')}`;
}

function WantedCell({ status, all, viewer }: Pick<Props, 'status' | 'all' | 'viewer'>) {
  const { setting } = status.toggle;
  if (status.state === 'not_applicable') {
    return (
      <RegisterCell label="Wanted">
        <span className="text-text-3">{setting.version > 0 ? onOff(setting.wanted) : 'None'}</span>
      </RegisterCell>
    );
  }
  const { wantedAt, wantedBy } = setting;
  return (
    <RegisterCell label="Wanted">
      <WantedSwitch
        action={setSettingAction.bind(null, viewer.slug)}
        settingKey={setting.key}
        label={status.task.title}
        wanted={setting.wanted}
        version={setting.version}
        written={
          wantedAt && wantedBy ? `${wantedBy}, ${timeInWords(wantedAt, viewer.now, viewer.zone)}` : null
        }
        movable={isMovable(status, all, viewer.now)}
        mayWant={viewer.mayWant}
      />
    </RegisterCell>
  );
}

/** Whether the other position would be accepted, as far as this page knows. */
function isMovable({ toggle: { setting } }: ToggleStatus, all: readonly ToggleStatus[], at: Date): boolean {
  const wanted = new Set(
    all.filter(({ toggle }) => toggle.setting.wanted).map((one) => one.toggle.setting.key),
  );
  const wish = { wanted: !setting.wanted, at, by: '' };
  return setWanted(setting, wish, settings, (key) => wanted.has(key)).ok;
}
