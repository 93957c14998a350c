import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Table } from '#components/ui/table';
import { can } from '#lib/domain/authorization/can';
import type { MemberPage } from '#lib/queries/members';
import type { Visit } from '#lib/shell/context';
import { MemberRow } from './member-row';
import { membersHref, type MembersAddress } from './members-address';
import { MemberSearch } from './member-search';

type Props = { page: MemberPage; visit: Visit; address: MembersAddress; open: string | undefined };

const columns = [
  { label: 'Member', width: 240 },
  { label: 'App role' },
  { label: 'Duties' },
  { label: 'Last seen' },
  { label: 'Access' },
];

/** Who is here, by name; those without access stand last. */
export function MembersBox({ page, visit: { ctx, membership }, address, open }: Props) {
  const editable = can(ctx.actor, 'members.write');
  const at = { now: ctx.now, zone: membership.workspace.timeZone };
  return (
    <Box
      title="Members"
      meta={<MemberSearch address={address} />}
      footer={<Foot page={page} address={address} />}
      flush
    >
      {page.members.length === 0 ? (
        <div className="box-body">
          <EmptyState
            title={address.q ? `Nobody’s name or e-mail holds “${address.q}”.` : 'Nobody stands here.'}
          >
            The search looks at names and e-mail addresses.
          </EmptyState>
        </div>
      ) : (
        <Table label="Members" columns={editable ? [...columns, { label: 'Change' }] : columns}>
          {page.members.map((member) => (
            <MemberRow
              key={member.id}
              {...{ member, at, address, open, editable }}
              isReader={member.id === membership.memberId}
            />
          ))}
        </Table>
      )}
    </Box>
  );
}

function Foot({ page: { members, first, total, next, previous }, address }: Omit<Props, 'visit' | 'open'>) {
  const number = (value: number) => value.toLocaleString('en');
  const where = members.length === 0 ? '0' : `${number(first)} to ${number(first + members.length - 1)}`;
  return (
    <>
      <span className="meta">{`${where} of ${number(total)}`}</span>
      <nav className="flex gap-2" aria-label="Pages of the members">
        {first > 1 ? (
          <LinkButton small href={membersHref({ ...address, cursor: previous ?? undefined })}>
            Back
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton small href={membersHref({ ...address, cursor: next })}>
            Next
          </LinkButton>
        ) : null}
      </nav>
    </>
  );
}
