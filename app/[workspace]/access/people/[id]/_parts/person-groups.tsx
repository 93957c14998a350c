import Link from 'next/link';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { List, ListRow } from '#components/ui/list';
import { rolesOf } from '#lib/domain/rbac/access-facts';
import { accessHref } from '#access/access-address';
import type { PersonWithAccess } from './person';
import type { ViewProps } from '#access/view-props';

/** The groups a person is in, and the roles each brings. */
export function PersonGroups({ slug, access, mayPlace, person }: ViewProps & { person: PersonWithAccess }) {
  if (person.groups.length === 0) {
    return (
      <Box title="Groups">
        <p className="text-text-2">{`${person.name} is in no group. Open a group to put them into it.`}</p>
      </Box>
    );
  }
  return (
    <Box title="Groups" meta={person.groups.length} flush>
      <List>
        {person.groups.map(({ id, name, roles }) => {
          const isManual = access.groups.find((group) => group.id === id)?.source === 'manual';
          return (
            <ListRow
              key={id}
              second={
                rolesOf(roles, access)
                  .map((role) => role.name)
                  .join(', ') || 'no role'
              }
              action={
                mayPlace && isManual ? (
                  <LinkButton
                    small
                    variant="quiet"
                    href={accessHref(slug, { view: 'group', id }, { out: person.id })}
                  >
                    Take out…
                  </LinkButton>
                ) : null
              }
            >
              <Link href={accessHref(slug, { view: 'group', id })}>{name}</Link>
            </ListRow>
          );
        })}
      </List>
    </Box>
  );
}
