import { LinkButton } from '#components/ui/button';
import { RegisterCell } from '#components/ui/register';
import { Difference } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { differsFromWanted } from '#lib/domain/settings/setting';
import { onOff, toggleHref, type ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

type Props = { status: ToggleStatus; viewer: Viewer };

/** What somebody saw in the console, who and when; with the way to confirm where that is the next thing to do. */
export function ConfirmedCell({ status, viewer }: Props) {
  const { setting } = status.toggle;
  const asked = viewer.mayConfirm && (status.state === 'in_progress' || status.state === 'stale');
  const second = (
    <>
      <WhoAndWhen status={status} viewer={viewer} />
      {asked ? (
        <span className="mt-1 block">
          <LinkButton small href={toggleHref(viewer.base, setting.key, true)} scroll={false}>
            Confirm…
          </LinkButton>
        </span>
      ) : null}
    </>
  );
  return (
    <RegisterCell label="Confirmed" second={second}>
      <Value status={status} />
    </RegisterCell>
  );
}

function Value({ status: { state, toggle } }: Pick<Props, 'status'>) {
  const { setting } = toggle;
  const isQuiet = state === 'not_applicable';
  if (!setting.confirmation) return <span className={isQuiet ? 'text-text-3' : undefined}>Not yet</span>;
  const value = onOff(setting.confirmation.state === 'on');
  if (isQuiet) return <span className="text-text-3">{value}</span>;
  return setting.version > 0 && differsFromWanted(setting) ? (
    <Difference from="wanted">{value}</Difference>
  ) : (
    value
  );
}

function WhoAndWhen({ status, viewer: { now, zone } }: Props) {
  const { confirmation } = status.toggle.setting;
  if (confirmation) {
    return (
      <>
        {confirmation.by}, <Time at={confirmation.at} now={now} zone={zone} />
      </>
    );
  }
  if (status.state !== 'blocked' || !status.waitingUntil) return null;
  return (
    <>
      after <Time at={status.waitingUntil} now={now} zone={zone} />
    </>
  );
}
