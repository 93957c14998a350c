import { Disclosure } from '#components/ui/disclosure';
import { mayAccept } from '#lib/domain/acceptances/accept-risk';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { acceptLossAction } from '#access/actions';
import { AcceptLoss } from './accept-loss';

/** Whether the governance owner accepted that people go without workspace defaults, or the form to do so. */
export async function LossAcceptance({ slug }: { slug: string }) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { state, acceptance, reason } = acceptanceStatus('access.lost_defaults', facts);
  if (state === 'standing') {
    const until = acceptance.endsOn ? ` It holds until ${acceptance.endsOn}.` : '';
    return <p>{`${acceptance.by} accepted this: “${acceptance.reason}”${until}`}</p>;
  }
  const mine = can(ctx.actor, 'finding.accept') && mayAccept({ held: dutiesOf(membership, facts.owners) });
  if (!mine) {
    const owner = facts.owners.find(({ duty }) => duty === 'governance')?.name ?? 'nobody is named yet';
    return (
      <p className="meta">{`${reason} Grant them again, or the governance owner accepts it: ${owner}.`}</p>
    );
  }
  return (
    <div className="grid w-full gap-2">
      <p className="meta">{reason}</p>
      <Disclosure summary="Accept the loss as governance owner">
        <AcceptLoss action={acceptLossAction.bind(null, slug)} version={acceptance?.version ?? 0} />
      </Disclosure>
    </div>
  );
}
