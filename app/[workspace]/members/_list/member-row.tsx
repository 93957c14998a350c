import { LinkButton } from '#components/ui/button';
import { Icon } from '#components/ui/icon';
import { TableCell, TableRow } from '#components/ui/table';
import { Day, Time } from '#components/ui/time';
import { guide } from '#lib/catalog/guide';
import { appRoleWords } from '#lib/domain/members/app-role-words';
import type { MemberListed } from '#lib/queries/members';
import { membersHref, type MembersAddress } from './members-address';

type At = { now: Date; zone: string };

type Props = {
  member: MemberListed;
  at: At;
  address: MembersAddress;
  /** The member whose panel is open. */
  open: string | undefined;
  editable: boolean;
  isReader: boolean;
};

/** One member: who, with which app role and duties, when last seen, and until when. */
export function MemberRow({ member, at, address, open, editable, isReader }: Props) {
  const { id, name, email, appRole, duties } = member;
  return (
    <TableRow
      selected={open === id}
      head={
        <>
          <bdi>{name}</bdi>
          {isReader ? <span className="font-normal text-text-3"> you</span> : null}
          <span className="meta block wrap-anywhere">{email}</span>
        </>
      }
    >
      <TableCell>{appRoleWords[appRole].label}</TableCell>
      <TableCell>{duties.map((duty) => guide.duties[duty].label).join(', ') || <Nothing />}</TableCell>
      <TableCell>
        <Seen member={member} at={at} />
      </TableCell>
      <TableCell>
        <Access member={member} at={at} />
      </TableCell>
      {editable ? (
        <TableCell>
          <LinkButton small variant="quiet" scroll={false} href={membersHref(address, id)}>
            <span>
              Change<span className="sr-only"> {name}</span>…
            </span>
          </LinkButton>
        </TableCell>
      ) : null}
    </TableRow>
  );
}

const Nothing = () => <span className="text-text-3">None</span>;

function Seen({ member: { isHere, lastSeenAt }, at }: { member: MemberListed; at: At }) {
  if (isHere) {
    return (
      <span className="state">
        <Icon name="circle" tone="done" small />
        Here now
      </span>
    );
  }
  return lastSeenAt ? <Time at={lastSeenAt} {...at} /> : <span className="text-text-3">Never</span>;
}

function Access({ member, at }: { member: MemberListed; at: At }) {
  const { deactivatedAt, endsOn, hasAccess } = member;
  if (deactivatedAt) {
    return (
      <span className="state state-weighty">
        <Icon name="minus" tone="quiet" small />
        <span>
          Deactivated <Time at={deactivatedAt} {...at} dateOnly />
        </span>
      </span>
    );
  }
  if (!endsOn) return <span className="text-text-3">No end</span>;
  return (
    <>
      {hasAccess ? 'Until' : 'Ended'} <Day day={endsOn} now={at.now} />
    </>
  );
}
