import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { readInvitations, readMembers } from '#lib/queries/members';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { siteUrl } from '#lib/shell/site-url';
import { inviteAction } from './_controls/actions';
import { InvitationsBox } from './_controls/invitations-box';
import { InviteForm } from './_controls/invite-form';
import { MemberSide } from './_controls/member-side';
import { membersHref, readMembersAddress } from './_list/members-address';
import { MembersHeader } from './_list/members-header';
import { MembersBox } from './_list/members-box';

export const metadata: Metadata = { title: 'Members' };

/** Who is here and who is invited; the workspace owner invites, changes and ends access. */
export default async function MembersPage({ params, searchParams }: PageProps<'/[workspace]/members'>) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const visit = await requireVisit(slug);
  const { member, ...address } = readMembersAddress(slug, search);
  const [page, invited] = await Promise.all([
    orNotFound(readMembers(visit.ctx, { q: address.q, cursor: address.cursor })),
    readInvitations(visit.ctx),
  ]);
  const invitations = invited?.invitations ?? [];
  const editable = can(visit.ctx.actor, 'members.write');
  const open = editable ? member : undefined;

  return (
    <Page panel={open ? <MemberSide visit={visit} id={open} closeHref={membersHref(address)} /> : undefined}>
      <MembersHeader total={page.total} isSearch={address.q !== ''} {...{ editable, visit }} />
      <MembersBox {...{ page, visit, address, open }} />
      <div className={editable ? 'grid items-start gap-5 wide:grid-cols-2' : undefined}>
        {editable ? (
          <Box title="Invite a member">
            <InviteForm action={inviteAction.bind(null, slug)} site={siteUrl()} />
          </Box>
        ) : null}
        <InvitationsBox invitations={invitations} visit={visit} site={siteUrl()} />
      </div>
    </Page>
  );
}
