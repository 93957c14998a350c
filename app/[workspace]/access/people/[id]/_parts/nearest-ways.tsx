import Link from 'next/link';
import { Disclosure } from '#components/ui/disclosure';
import { permissions as catalog } from '#lib/catalog/permissions';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { nearestWays, type NearestWay } from '#lib/domain/rbac/nearest-ways';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { accessHref, type AccessPlace } from '#access/access-address';
import type { PersonWithAccess } from './person';
import type { ViewProps } from '#access/view-props';

type Props = ViewProps & { permission: string; person: PersonWithAccess };

/** How a person could get a permission, with what each way would do besides; a link where the reader may go it. */
export function NearestWays({ permission, person, ...view }: Props) {
  const { slug, access } = view;
  if (!person.isActive) return null;
  const ways = nearestWays(
    permission,
    { groupIds: person.groups.map(({ id }) => id), directRoleIds: person.directRoles },
    access,
  );
  if (ways.length === 0) return null;
  return (
    <Disclosure summary="Nearest ways to get it">
      <ul className="grid gap-1">
        {ways.map((way) => {
          const { place, more, label, effect } = wayWords(way, { person, access });
          return (
            <li key={label}>
              {mayGo(way, view) ? <Link href={accessHref(slug, place, more)}>{`${label}…`}</Link> : label}{' '}
              <span className="meta">{effect}</span>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

/** Whether the reader may go this way here: who is in a synced group is changed elsewhere. */
function mayGo(way: NearestWay, { access, mayGrant, mayPlace }: Omit<ViewProps, 'slug' | 'search'>): boolean {
  if (way.kind !== 'join') return mayGrant;
  return mayPlace && access.groups.find(({ id }) => id === way.groupId)?.source === 'manual';
}

type Told = { place: AccessPlace; more: Record<string, string>; label: string; effect: string };

function wayWords(way: NearestWay, { person, access }: Pick<Props, 'person' | 'access'>): Told {
  switch (way.kind) {
    case 'join': {
      const name = access.groups.find(({ id }) => id === way.groupId)?.name ?? '';
      const place: AccessPlace = { view: 'group', id: way.groupId };
      return { place, more: { add: person.id }, label: `Join ${name}`, effect: joinEffect(way) };
    }
    case 'grant': {
      const name = access.roles.find(({ id }) => id === way.roleId)?.name ?? '';
      const place: AccessPlace = { view: 'role', id: way.roleId };
      const effect = `${peopleWords(way.people)} would have it.`;
      return { place, more: {}, label: `Grant it in ${name}`, effect };
    }
    case 'default': {
      const effect = `${peopleWords(way.people)} would have it.`;
      return { place: { view: 'defaults' }, more: {}, label: 'Grant it in the workspace defaults', effect };
    }
    default:
      return way satisfies never;
  }
}

function joinEffect({ gains, losses, leavesDefault }: NearestWay & { kind: 'join' }): string {
  const labels = (keys: readonly string[]) => namesWords(keys.map((key) => permissionLabel(key, catalog)));
  const lost = losses.length > 0 ? `loses ${labels(losses)}, ` : '';
  const left = leavesDefault ? 'leaves the workspace defaults, ' : '';
  return `${lost}${left}gains ${labels(gains)}`;
}
