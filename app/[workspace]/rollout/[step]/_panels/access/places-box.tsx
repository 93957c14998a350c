import Link from 'next/link';
import { accessHref } from '#access/access-address';
import { Box } from '#components/ui/box';
import { activePeople, type AccessFacts } from '#lib/domain/rbac/access-facts';
import { modelNames } from '#lib/domain/rbac/resolution-model';

const words = (count: number) => count.toLocaleString('en');

/** Where roles, groups and people are worked on, each with its sum. */
export function PlacesBox({ slug, access }: { slug: string; access: AccessFacts }) {
  const { defaults, roles, groups, model } = access;
  const granted = defaults.version === 0 ? 'not set' : '';
  const places = [
    { href: accessHref(slug, { view: 'defaults' }), label: 'Workspace defaults', sum: granted },
    { href: accessHref(slug, { view: 'roles' }), label: 'Roles', sum: words(roles.length) },
    { href: accessHref(slug, { view: 'groups' }), label: 'Groups', sum: words(groups.length) },
    { href: accessHref(slug, { view: 'people' }), label: 'People', sum: words(activePeople(access)) },
  ];
  return (
    <Box title="Roles, groups and people" meta={`Model: ${modelNames[model.model]}`} id="access-places">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {places.map(({ href, label, sum }) => (
          <li key={label}>
            <Link className="alone" href={href}>
              {`${label} ${sum}`.trim()}
            </Link>
          </li>
        ))}
      </ul>
    </Box>
  );
}
