import Link from 'next/link';
import { Box } from '#components/ui/box';
import { List, ListRow } from '#components/ui/list';
import { rolesOf, type AccessFacts } from '#lib/domain/rbac/access-facts';
import { accessHref } from '#access/access-address';
import type { PersonWithAccess } from './person';

type Props = { slug: string; access: AccessFacts; person: PersonWithAccess };

/** Roles a person has without any group; nothing where there are none. */
export function PersonRoles({ slug, access, person }: Props) {
  if (person.directRoles.length === 0) return null;
  const counts = access.model.model === 'tri-state';
  return (
    <Box
      title="Roles given directly"
      meta={counts ? person.directRoles.length : 'Not counted: the guide’s model knows roles of groups alone'}
      flush
    >
      <List>
        {rolesOf(person.directRoles, access).map(({ id, name }) => (
          <ListRow key={id}>
            <Link href={accessHref(slug, { view: 'role', id })}>{name}</Link>
          </ListRow>
        ))}
      </List>
    </Box>
  );
}
