import Link from 'next/link';
import { accessPath } from '#access/access-places';
import type { PersonWithAccess } from './person';

type Props = { slug: string; person: PersonWithAccess };

/** Under the name: the address, what decides the access, and the way to those with the same. */
export function PersonProfile({ slug, person: { email, isActive, usesDefault, profile } }: Props) {
  if (!isActive || profile === null) return `${email}, deactivated`;
  return (
    <>
      {`${email}, ${usesDefault ? 'workspace defaults' : 'custom roles'} `}
      <Link href={accessPath(slug, 'people', { search: { profile } })}>People with the same access</Link>
    </>
  );
}
