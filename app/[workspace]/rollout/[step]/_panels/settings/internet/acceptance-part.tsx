import { Time } from '#components/ui/time';
import { Note } from '#components/ui/note';
import { mayAccept } from '#lib/domain/acceptances/accept-risk';
import { acceptanceStatus } from '#lib/domain/acceptances/acceptance-status';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { ownerOf } from '#lib/domain/rollout/standing';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { acceptRiskAction, withdrawAcceptanceAction } from './actions';
import { AcceptForm, WithdrawForm } from './accept-form';

type Props = { slug: string; subject: string; ready: boolean };

/** Whether the risk is accepted, by whom and until when, and the way to accept it for whoever may. */
export async function AcceptancePart({ slug, subject, ready }: Props) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const status = acceptanceStatus(subject, facts);
  const version = facts.acceptances.get(subject)?.version ?? 0;
  const may = can(ctx.actor, 'finding.accept') && mayAccept({ held: dutiesOf(membership, facts.owners) });
  const { name } = ownerOf('governance', facts);

  return (
    <div className="grid gap-3">
      {status.state === 'standing' ? (
        <Note tone="done" title="The risk is accepted.">
          <span className="whitespace-pre-line">{status.acceptance.reason}</span>{' '}
          <span className="meta block">
            {status.acceptance.by},{' '}
            <Time at={status.acceptance.at} now={ctx.now} zone={membership.workspace.timeZone} />
            {status.acceptance.endsOn ? `. Last day: ${status.acceptance.endsOn}` : null}
          </span>
        </Note>
      ) : (
        <Note tone={status.state === 'none' ? 'info' : 'stale'} title="The risk is not accepted.">
          {status.reason}
        </Note>
      )}
      {may ? (
        <Forms
          slug={slug}
          subject={subject}
          version={version}
          standing={status.state === 'standing'}
          ready={ready}
        />
      ) : (
        <p className="meta">{`The governance owner accepts it: ${name ?? 'nobody is named yet'}.`}</p>
      )}
    </div>
  );
}

function Forms({ slug, subject, version, standing, ready }: Props & { version: number; standing: boolean }) {
  if (standing) {
    return (
      <WithdrawForm action={withdrawAcceptanceAction.bind(null, slug)} subject={subject} version={version} />
    );
  }
  if (!ready) return <p className="meta">It can be accepted once there is a policy.</p>;
  return <AcceptForm action={acceptRiskAction.bind(null, slug)} subject={subject} version={version} />;
}
