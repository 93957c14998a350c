import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Box } from '#components/ui/box';
import { InvalidInput } from '#lib/domain/errors';
import { can } from '#lib/domain/authorization/can';
import { readPersonAccess } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { decoded } from '#access/access-view';
import { DirectRoles } from '#access/direct-roles';
import { PersonAccess } from './_parts/person-access';
import { PersonEnd, PersonLeaving } from './_parts/person-end';
import { PersonGroups } from './_parts/person-groups';
import { PersonProfile } from './_parts/person-profile';
import { PersonRoles } from './_parts/person-roles';

type Props = PageProps<'/[workspace]/access/people/[id]'>;

/** The person of an id, read once for the page and the title of its tab; null where there is none. */
const personOf = cache(async (slug: string, id: string) => {
  const found = readPersonAccess(await requireContext(slug), { id });
  return found.catch((thrown: unknown) => {
    if (thrown instanceof InvalidInput) return null;
    throw thrown;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace: slug, id } = await params;
  // After a click within the application the part of the address comes decoded already.
  const person = (await personOf(slug, decoded(id))) ?? (await personOf(slug, id));
  return { title: person?.name ?? 'Person' };
}

/** One person: what they may do with the reason for each, their groups, their name and end. */
export default async function PersonPage({ params, searchParams }: Props) {
  const [{ workspace: slug, id }, search] = await Promise.all([params, searchParams]);
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const person = (await personOf(slug, decoded(id))) ?? notFound();
  const { access } = facts;
  const mayPlace = can(ctx.actor, 'directory.write');
  const view = { slug, access, mayGrant: can(ctx.actor, 'access.write'), mayPlace, search };
  const leaving = mayPlace ? oneOf(search.leave) : undefined;

  return (
    <AccessFrame
      slug={slug}
      place="people"
      title={person.name}
      meta={<PersonProfile slug={slug} person={person} />}
    >
      {leaving ? (
        <PersonLeaving slug={slug} person={person} how={leaving} />
      ) : (
        <>
          <PersonAccess {...view} person={person} />
          <PersonGroups {...view} person={person} />
          {access.model.model === 'tri-state' ? (
            <DirectRoles {...view} person={person} />
          ) : (
            <PersonRoles access={access} slug={slug} person={person} />
          )}
          {mayPlace ? (
            <Box title="Name and end">
              <PersonEnd slug={slug} person={person} />
            </Box>
          ) : null}
        </>
      )}
    </AccessFrame>
  );
}
