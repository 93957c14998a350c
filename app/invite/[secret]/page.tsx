import type { Metadata, Route } from 'next';
import { BareFrame } from '#components/layout/bare-frame';
import { LinkButton } from '#components/ui/button';
import { invitePath } from '#lib/domain/members/invitation';
import { findInvitation } from '#lib/queries/invitations';
import { sessionCaller } from '#lib/shell/context';
import { version } from '#lib/shell/version';
import { LinkEnded } from './_parts/link-ended';
import { Terms } from './_parts/terms';
import { joinAction } from './_controls/actions';
import { JoinForm } from './_controls/join-form';
import { NewAccountForm } from './_controls/new-account-form';

// The secret is in the address, so it goes to no other site; to ours it must, or a form sent before JavaScript
// has loaded would come from an unknown origin.
export const metadata: Metadata = { title: 'Invitation', referrer: 'same-origin' };

export default async function InvitePage({ params }: PageProps<'/invite/[secret]'>) {
  const { secret } = await params;
  const now = new Date();
  const found = await findInvitation(secret, now);
  if (found?.invitation.standing !== 'open') {
    return <LinkEnded standing={found?.invitation.standing ?? 'unknown'} />;
  }
  const { invitation, workspace } = found;
  const caller = await sessionCaller(workspace.slug);
  const action = joinAction.bind(null, secret);
  // safe because the paths are this site's own
  const signIn = `/sign-in?to=${encodeURIComponent(invitePath(secret))}` as Route;
  const home = `/${workspace.slug}` as Route;

  return (
    <BareFrame version={version}>
      <h1>
        Join <bdi>{workspace.name}</bdi>
      </h1>
      <Terms invitation={invitation} now={now} zone={workspace.timeZone} />
      {caller?.membership ? (
        <>
          <p className="mb-4 text-read">You are a member of this workspace already, as {caller.name}.</p>
          <LinkButton href={home}>Open the workspace</LinkButton>
        </>
      ) : null}
      {caller && !caller.membership ? (
        <>
          <JoinForm action={action} name={caller.name} />
          <p className="meta mt-3">
            Signed in as {caller.email}. To join with another account, sign out first and open this link
            again.
          </p>
        </>
      ) : null}
      {caller ? null : <NewAccountForm action={action} signIn={signIn} {...invitationFor(invitation)} />}
    </BareFrame>
  );
}

const invitationFor = ({ name, email }: { name: string | null; email: string | null }) => ({ name, email });
