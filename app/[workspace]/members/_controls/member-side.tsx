import type { Route } from 'next';
import { Panel, PanelPart } from '#components/layout/panel';
import { Button } from '#components/ui/button';
import { endOfDay, isOver } from '#lib/domain/members/access-end';
import { readMember, type MemberView } from '#lib/queries/members';
import type { Visit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { AccessForm } from './access-form';
import { deactivateAction, reactivateAction, setRoleAction } from './actions';
import { RoleForm } from './role-form';

type Props = { visit: Visit; id: string; closeHref: Route };

/** One member close up, for whoever may change it: app role, and access. */
export async function MemberSide({ visit, id, closeHref }: Props) {
  const { slug, timeZone } = visit.membership.workspace;
  const member = await orNotFound(readMember(visit.ctx, { id }));
  const isSelf = member.id === visit.membership.memberId;
  const hasEnded = member.endsOn !== null && isOver(endOfDay(member.endsOn, timeZone), visit.ctx.now);
  return (
    <Panel
      kicker={isSelf ? 'You' : 'Member'}
      title={member.name}
      closeHref={closeHref}
      lead={<p className="wrap-anywhere text-text-2">{member.email}</p>}
    >
      {member.deactivatedAt && !hasEnded ? null : (
        <PanelPart title="App role">
          <RoleForm action={setRoleAction.bind(null, slug)} member={member} closeHref={closeHref} />
        </PanelPart>
      )}
      <PanelPart title="Access">
        <Access {...{ slug, member, hasEnded, isSelf, closeHref }} />
      </PanelPart>
    </Panel>
  );
}

type AccessProps = { slug: string; member: MemberView; hasEnded: boolean; isSelf: boolean; closeHref: Route };

function Access({ slug, member, hasEnded, isSelf, closeHref }: AccessProps) {
  const { id, name, version, deactivatedAt } = member;
  const sent = { id, version, closeHref };
  if (deactivatedAt && hasEnded) {
    return <p className="text-text-2">The last day is over: set another one above to give access back.</p>;
  }
  if (deactivatedAt) {
    return (
      <>
        <p className="mb-3 text-text-2">
          Access comes back with the app role held before. Sessions and API tokens stay ended: {name} signs in
          again.
        </p>
        <AccessForm
          {...sent}
          action={reactivateAction.bind(null, slug)}
          submit="Give access back"
          saved="Access given back"
        />
      </>
    );
  }
  if (isSelf) {
    return <Button disabledReason="Another workspace owner can deactivate you.">Deactivate</Button>;
  }
  return (
    <>
      <p className="mb-3 text-text-2">
        {name} is signed out at the next click, and the API tokens of this member end. What was recorded under
        this name stays. Access can be given back.
      </p>
      <AccessForm
        {...sent}
        action={deactivateAction.bind(null, slug)}
        submit="Deactivate"
        saved="Member deactivated"
      />
    </>
  );
}
