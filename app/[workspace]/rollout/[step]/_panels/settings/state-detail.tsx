import { Time } from '#components/ui/time';
import { TimeLeft } from '#components/ui/timer';
import type { ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

/** Under the word of a state: by what, whose, since when, how long. */
export function StateDetail({ status, viewer: { now, zone } }: { status: ToggleStatus; viewer: Viewer }) {
  const { state, waitingUntil, blockedBy, reason, toggle } = status;
  const { wantedAt, confirmation } = toggle.setting;

  if (state === 'waiting' && waitingUntil) {
    return <TimeLeft until={waitingUntil.toISOString()} now={now.toISOString()} />;
  }
  if (state === 'blocked' && blockedBy) {
    return `by ${blockedBy.row}, ${ownerOf(blockedBy)}`;
  }
  if (state === 'stale' && wantedAt) {
    return (
      <>
        since <Time at={wantedAt} now={now} zone={zone} />, wish changed
      </>
    );
  }
  if (state === 'in_progress') return confirmation ? 'not as wanted' : 'to confirm';
  return state === 'not_applicable' ? reason : null;
}

const ownerOf = ({ owner }: { owner: { name: string | null } }) => owner.name ?? 'nobody’s yet';
