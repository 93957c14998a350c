import { DefinitionList } from '#components/ui/facts';
import { Day, Time } from '#components/ui/time';
import { appRoleWords } from '#lib/domain/members/app-role-words';
import type { InvitationView } from '#lib/domain/members/invitation';

type Props = { invitation: InvitationView; now: Date; zone: string };

/** What one is invited to: by whom, as what, and until when. */
export function Terms({ invitation: { createdBy, appRole, endsOn, expiresAt }, now, zone }: Props) {
  const { label, may } = appRoleWords[appRole];
  return (
    <div className="mt-3 mb-6">
      <DefinitionList
        facts={[
          { term: 'Invited by', value: <bdi>{createdBy}</bdi> },
          { term: 'App role', value: <strong>{label}</strong>, meta: may },
          ...(endsOn ? [{ term: 'Last day', value: <Day day={endsOn} now={now} /> }] : []),
          { term: 'Link ends', value: <Time at={expiresAt} now={now} zone={zone} />, meta: zone },
        ]}
      />
    </div>
  );
}
