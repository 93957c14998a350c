import Link from 'next/link';
import { accessHref } from '#access/access-address';
import { createGroupAction } from '#access/actions';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { rolesOf, type GroupSummary } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import { lossOf } from '#lib/domain/rbac/default-loss';
import { findGroups, groupPage, groupPageSize, type GroupPage } from '#lib/domain/rbac/group-pages';
import { GroupFilterForm } from './group-filter';
import { GroupPages } from './group-pages';
import { NewGroup } from './group-form';
import { groupSearch } from './group-search';
import { sourceWords } from './source-words';

const columns = [
  { label: 'Group' },
  { label: 'Roles' },
  { label: 'Comes from', width: 160 },
  { label: 'People', number: true, width: 96 },
];

/** Rows 2.3 and 2.6: the groups with their roles and people, found by name, source, role or emptiness. */
export function GroupsView(props: ViewProps) {
  const { slug, access, mayPlace, search } = props;
  const asked = groupSearch(search, access);
  const found = findGroups(access.groups, asked.filter);
  const page = groupPage(found, access.groups, asked.place);
  const { shown } = page;
  const isEmpty = access.groups.length === 0;
  return (
    <>
      <Box
        title="Groups"
        meta={`${found.length.toLocaleString('en')} of ${access.groups.length.toLocaleString('en')}`}
        footer={<Foot {...props} count={found.length} page={page} />}
        flush={!isEmpty}
      >
        {isEmpty ? (
          <EmptyState title="Groups with their roles and people stand here.">
            Roles reach people only through groups. The two suggested groups take a minute; the rest can be
            added one by one, or imported.
          </EmptyState>
        ) : (
          <>
            <GroupFilterForm {...props} filter={asked.filter} />
            {shown.length === 0 ? <p className="p-4">No group fits this search.</p> : null}
            {shown.length > 0 ? <Rows slug={slug} access={access} groups={shown} /> : null}
          </>
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

function Foot({ count, page, ...props }: ViewProps & { count: number; page: GroupPage }) {
  const { slug, access, mayGrant, search } = props;
  const { kept } = groupSearch(search, access);
  const isFirst = access.groups.length === 0;
  return (
    <>
      {count > groupPageSize ? <GroupPages {...{ slug, kept, page, count }} /> : null}
      {mayGrant ? (
        <LinkButton
          small={!isFirst}
          variant={isFirst ? 'primary' : 'plain'}
          href={accessHref(slug, { view: 'suggested' })}
        >
          Make Codex Users and Codex Admin…
        </LinkButton>
      ) : null}
    </>
  );
}

type RowsProps = Pick<ViewProps, 'slug' | 'access'> & { groups: readonly GroupSummary[] };

function Rows({ slug, access, groups }: RowsProps) {
  const losing = new Set(lossOf(access).groupIds);
  return (
    <Table label="Groups" columns={columns}>
      {groups.map((group) => (
        <TableRow
          key={group.id}
          head={
            <Link href={accessHref(slug, { view: 'group', id: group.id })} prefetch={false}>
              {group.name}
            </Link>
          }
        >
          <TableCell>
            {namesWords(
              rolesOf(group.roleIds, access).map(({ name }) => name),
              5,
            ) || <span className="text-text-3">none</span>}
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
