import Link from 'next/link';
import { Disclosure } from '#components/ui/disclosure';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { permissions as catalog } from '#lib/catalog/permissions';
import { rolesOf, type AccessFacts } from '#lib/domain/rbac/access-facts';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { levelLabel } from '#lib/domain/rbac/permission';
import type { ProfileView } from '#lib/queries/profiles';
import { accessPath } from '#access/access-places';

const shown = 4;

type Props = { slug: string; access: AccessFacts; profiles: readonly ProfileView[] };

const columns = [
  { label: 'What they may do' },
  { label: 'Roles behind it' },
  { label: 'People', number: true, width: 130 },
];

/** A line for each access that people share. */
export function ProfileTable({ slug, access, profiles }: Props) {
  return (
    <Table label="Access profiles" columns={columns}>
      {profiles.map(({ id, people, permissions, roleSets }) => (
        <TableRow key={id} head={<Permissions permissions={permissions} />}>
          <TableCell>
            <RoleSets access={access} roleSets={roleSets} />
          </TableCell>
          <TableCell number>
            <Link href={accessPath(slug, 'people', { search: { profile: id } })}>{peopleWords(people)}</Link>
          </TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

function Permissions({ permissions }: Pick<ProfileView, 'permissions'>) {
  const labels = permissions.map(({ permission, level }) => levelLabel(permission, level, catalog));
  if (labels.length === 0) return 'Nothing';
  if (labels.length <= shown + 1) return namesWords(labels, shown);
  return (
    <>
      {`${labels.slice(0, shown).join(', ')} and`}
      <Disclosure summary={`${labels.length - shown} more`}>{labels.slice(shown).join(', ')}</Disclosure>
    </>
  );
}

function RoleSets({ access, roleSets }: Pick<ProfileView, 'roleSets'> & { access: AccessFacts }) {
  const rest = roleSets.length - shown;
  return (
    <ul>
      {roleSets.slice(0, shown).map(({ roles, people }) => (
        <li key={roles.join('\n')}>
          {namesWords(rolesOf(roles, access).map(({ name }) => name)) || 'Workspace defaults'}
          {roleSets.length > 1 ? <span className="meta">{` ${peopleWords(people)}`}</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className="meta">{`and ${rest.toLocaleString('en')} more sets of roles`}</li> : null}
    </ul>
  );
}
