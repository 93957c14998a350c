import { ToldOnce } from '#components/ui/told-once';
import { invitationDays } from '#lib/domain/members/invitation';

/** A new invitation's link. */
export function InviteLink({ link }: { link: string }) {
  return (
    <ToldOnce icon="link" title="Copy this link now and hand it over." text={link} copy="Copy link">
      It is shown this once. It works once, for {invitationDays} days; whoever opens it first can join.
    </ToldOnce>
  );
}
