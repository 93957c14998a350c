import Link from 'next/link';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { rolesOf } from '#lib/domain/rbac/access-facts';
import { lossOf } from '#lib/domain/rbac/default-loss';
import { accessHref } from '#access/access-address';
import { createGroupAction } from '#access/actions';
import { NewGroup } from './group-form';
import type { ViewProps } from '#access/view-props';

const columns = [
  { label: 'Group' },
  { label: 'Roles' },
  { label: 'Comes from', width: 160 },
  { label: 'People', number: true, width: 96 },
];

const sourceWords: Readonly<Record<GroupSummary['source'], string>> = {
  manual: 'Made by hand',
  scim: 'Synced over SCIM',
};

/** Rows 2.3 and 2.6: every group with its roles and people. */
export function GroupsView({ slug, access, mayGrant, mayPlace }: ViewProps) {
  const suggest = (
    <LinkButton
      small={access.groups.length > 0}
      variant={access.groups.length > 0 ? 'plain' : 'primary'}
      href={accessHref(slug, { view: 'suggested' })}
    >
      Make Codex Users and Codex Admin…
    </LinkButton>
  );
  return (
    <>
      <Box
        title="Groups"
        meta={access.groups.length}
        footer={mayGrant ? suggest : null}
        flush={access.groups.length > 0}
      >
        {access.groups.length === 0 ? (
          <EmptyState title="Groups with their roles and people stand here.">
            Roles reach people only through groups. The two suggested groups take a minute; the rest can be
            added one by one.
          </EmptyState>
        ) : (
          <Rows slug={slug} access={access} />
        )}
      </Box>
      {mayPlace ? (
        <Box title="Add a group">
          <NewGroup action={createGroupAction.bind(null, slug)} />
        </Box>
      ) : (
        <p className="meta">The workspace owner and the IT management owner change groups.</p>
      )}
    </>
  );
}

function Rows({ slug, access }: Pick<ViewProps, 'slug' | 'access'>) {
  const losing = new Set(lossOf(access).groupIds);
  return (
    <Table label="Groups" columns={columns}>
      {access.groups.map((group) => (
        <TableRow
          key={group.id}
          head={<Link href={accessHref(slug, { view: 'group', id: group.id })}>{group.name}</Link>}
        >
          <TableCell>
            {rolesOf(group.roleIds, access)
              .map(({ name }) => name)
              .join(', ') || <span className="text-text-3">none</span>}
            {losing.has(group.id) ? (
              <span className="meta block">Somebody here lost workspace defaults</span>
            ) : null}
          </TableCell>
          <TableCell>{sourceWords[group.source]}</TableCell>
          <TableCell number>{group.people.toLocaleString('en')}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}
