import { DefinitionList } from '#components/ui/facts';
import { Difference } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { differsFromWanted, type Setting } from '#lib/domain/settings/setting';
import { onOff, type ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

/** Element id of the three truths: where the eye goes back to after confirming. */
export const truthsId = 'truths';

type Props = { setting: Setting; viewer: Viewer };

/** Wanted, confirmed and seen, each with who and when, and the proof of what was confirmed. */
export function ToggleTruths({ status, viewer }: { status: ToggleStatus; viewer: Viewer }) {
  const { setting } = status.toggle;
  return (
    <div id={truthsId} tabIndex={-1}>
      <DefinitionList
        facts={[
          { term: 'Wanted', icon: 'target', ...wantedFact({ setting, viewer }) },
          { term: 'Confirmed', icon: 'user-check', ...confirmedFact({ setting, viewer }) },
          { term: 'Seen', icon: 'eye', value: <span className="text-text-2">Not looked at</span> },
        ]}
      />
      <Proof setting={setting} />
    </div>
  );
}

function wantedFact({ setting: { wanted, version, wantedBy, wantedAt }, viewer: { now, zone } }: Props) {
  if (version === 0 || !wantedAt) return { value: <span className="text-text-2">Not chosen yet</span> };
  return {
    value: <strong>{onOff(wanted)}</strong>,
    meta: (
      <>
        {wantedBy}, <Time at={wantedAt} now={now} zone={zone} />
      </>
    ),
  };
}

function confirmedFact({ setting, viewer: { now, zone } }: Props) {
  const { confirmation, version } = setting;
  if (!confirmation) return { value: <span className="text-text-2">Not yet</span> };
  const value = onOff(confirmation.state === 'on');
  return {
    value:
      version > 0 && differsFromWanted(setting) ? (
        <Difference from="wanted">{value}</Difference>
      ) : (
        <strong>{value}</strong>
      ),
    meta: (
      <>
        {confirmation.by}, <Time at={confirmation.at} now={now} zone={zone} />
      </>
    ),
  };
}

function Proof({ setting: { confirmation } }: { setting: Setting }) {
  if (!confirmation?.note && !confirmation?.link) return null;
  const { note, link } = confirmation;
  return (
    <div className="mt-3 grid gap-1 wrap-anywhere">
      {note ? <p className="whitespace-pre-line text-text-2">{note}</p> : null}
      {link ? (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
        </p>
      ) : null}
    </div>
  );
}
