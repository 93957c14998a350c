import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Panel, PanelPart } from '#components/layout/panel';
import { State } from '#components/ui/state';
import { orderLabels } from '#lib/domain/rollout/label-era';
import type { PanelProps } from '#lib/shell/panel-props';
import { Confirming } from './confirming';
import { GuideWords } from './guide-words';
import { InternetPart } from './internet/internet-part';
import { NeedsAndOpens } from './needs-and-opens';
import { ToggleTruths } from './toggle-truths';
import { isToggle, toggleHref, type ToggleStatus } from './toggle-status';
import { viewerOf, type Viewer } from './viewer';
import { WaitingTimer } from './waiting-timer';
import { WhereToClick } from './where-to-click';

/** One toggle close up: where it stands, what is wanted, confirmed and seen, and all the guide says of it. */
export async function ToggleSide(props: PanelProps & { toggleKey: string; proof: ReactNode }) {
  const viewer = await viewerOf(props);
  const all = props.step.tasks.filter(isToggle);
  const status = all.find(({ toggle }) => toggle.setting.key === props.toggleKey);
  if (!status) notFound();
  const { definition } = status.toggle;

  return (
    <Panel
      kicker={definition.row}
      title={orderLabels(definition, viewer.era).first}
      closeHref={toggleHref(viewer.base)}
      lead={<Standing status={status} viewer={viewer} />}
    >
      <PanelPart>
        <ToggleTruths status={status} viewer={viewer} />
        <Confirming status={status} viewer={viewer} open={props.search.confirm !== undefined} />
      </PanelPart>
      {props.proof}
      {definition.riskToAccept ? <InternetPart slug={props.slug} subject={definition.riskToAccept} /> : null}
      <WhereToClick definition={definition} viewer={viewer} />
      <PanelPart title="What you see afterwards">
        <p className="text-text-2">{definition.seenAfterwards}</p>
      </PanelPart>
      <NeedsAndOpens status={status} all={all} viewer={viewer} />
      <GuideWords definition={definition} />
    </Panel>
  );
}

function Standing({ status, viewer }: { status: ToggleStatus; viewer: Viewer }) {
  if (status.state === 'waiting') return <WaitingTimer status={status} viewer={viewer} />;
  const { reason, blockedBy } = status;
  const whose = blockedBy ? ` It is ${blockedBy.owner.name ?? 'nobody’s yet'}.` : '';
  return (
    <>
      <State state={status.state} />
      {reason ? <p className="meta-soft mt-1">{`${reason}${whose}`}</p> : null}
    </>
  );
}
