import { Badge } from '#components/ui/badge';
import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Day, Time } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import { endOfDay, isOver } from '#lib/domain/members/access-end';
import { appRoleWords } from '#lib/domain/members/app-role-words';
import type { InvitationView } from '#lib/domain/members/invitation';
import type { Visit } from '#lib/shell/context';
import { renewAction, revokeAction } from './actions';
import { RenewForm } from './renew-form';
import { RevokeForm } from './revoke-form';

const shown = 12;

type Props = { invitations: readonly InvitationView[]; visit: Visit; site: string };

/** The invitations nobody has used: for whom, as what, by whom and until when. */
export function InvitationsBox({ invitations, visit, site }: Props) {
  const editable = can(visit.ctx.actor, 'members.write');
  const rows = invitations.map((invitation) => (
    <InvitationRow key={invitation.id} {...{ invitation, visit, site, editable }} />
  ));
  return (
    <Box title="Open invitations" meta={invitations.length} flush={rows.length > 0}>
      {rows.length > 0 ? (
        <ShortList rows={rows} shown={shown} />
      ) : (
        <EmptyState title="No invitation is open.">
          {editable
            ? 'An invitation is a link that you hand over yourself.'
            : 'The workspace owner invites members.'}
        </EmptyState>
      )}
    </Box>
  );
}

type RowProps = { invitation: InvitationView; visit: Visit; site: string; editable: boolean };

function InvitationRow({ invitation, visit, site, editable }: RowProps) {
  const { id, name, email, endsOn, standing } = invitation;
  const { slug, timeZone } = visit.membership.workspace;
  const renewable = editable && !(endsOn && isOver(endOfDay(endsOn, timeZone), visit.ctx.now));
  const who = name ?? email ?? 'whoever has the link';
  return (
    <ListRow
      action={editable ? <RevokeForm action={revokeAction.bind(null, slug)} {...{ id, who }} /> : undefined}
      second={
        <>
          <Terms invitation={invitation} visit={visit} />
          {renewable ? (
            <span className="mt-2 block">
              <RenewForm action={renewAction.bind(null, slug)} {...{ id, who, site }} />
            </span>
          ) : null}
        </>
      }
    >
      <bdi className="font-medium wrap-anywhere">{name ?? email ?? 'Whoever has the link'}</bdi>{' '}
      {standing === 'ended' ? <Badge tone="stale">Ended</Badge> : null}
    </ListRow>
  );
}

function Terms({ invitation, visit }: Pick<RowProps, 'invitation' | 'visit'>) {
  const { name, email, appRole, endsOn, createdBy, createdAt, expiresAt, standing } = invitation;
  const at = { now: visit.ctx.now, zone: visit.membership.workspace.timeZone };
  return (
    <>
      {name && email ? <span className="block wrap-anywhere">{email}</span> : null}
      {appRoleWords[appRole].label}
      {endsOn ? ' until ' : ''}
      {endsOn ? <Day day={endsOn} now={at.now} /> : null}, invited by <bdi>{createdBy}</bdi>{' '}
      <Time at={createdAt} {...at} />; {standing === 'ended' ? 'the link ended' : 'the link works until'}{' '}
      <Time at={expiresAt} {...at} />
    </>
  );
}
