import { Time } from '#components/ui/time';
import { Timer } from '#components/ui/timer';
import type { ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

type Props = { status: ToggleStatus; viewer: Viewer };

/** The vendor's delay, running: how long until one can look, and what for. Nothing while none runs. */
export function WaitingTimer({ status, viewer: { now, zone } }: Props) {
  const { waitingUntil, reason, toggle } = status;
  const { confirmation } = toggle.setting;
  if (status.state !== 'waiting' || !waitingUntil || !confirmation) return null;
  return (
    <>
      <Timer
        since={confirmation.at.toISOString()}
        until={waitingUntil.toISOString()}
        now={now.toISOString()}
        words="until you can look"
        endWords="You can look now"
      />
      <p className="meta-soft mt-2">
        Confirmed on at <Time at={confirmation.at} now={now} zone={zone} />. {reason}
        {toggle.definition.lookFor ? (
          <>
            {` ${toggle.definition.lookFor} at `}
            <Time at={waitingUntil} now={now} zone={zone} />.
          </>
        ) : null}
      </p>
    </>
  );
}
