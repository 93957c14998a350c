import type { Metadata } from 'next';
import { cache } from 'react';
import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { readPersonAccess } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { rolloutOf } from '#lib/shell/rollout';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { DirectRoles } from '#access/direct-roles';
import { PersonAccess } from './_parts/person-access';
import { PersonEnd, PersonLeaving } from './_parts/person-end';
import { PersonGroups } from './_parts/person-groups';
import { PersonProfile } from './_parts/person-profile';
import { PersonRoles } from './_parts/person-roles';

type Props = PageProps<'/[workspace]/access/people/[id]'>;

/** The person of an address, read once for the page and the title of its tab. */
const personOf = cache(async (slug: string, id: string) =>
  orNotFound(readPersonAccess(await requireContext(slug), { id: decodeURIComponent(id) })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace: slug, id } = await params;
  return { title: (await personOf(slug, id)).name };
}

/** One person: what they may do with the reason for each, their groups, their name and end. */
export default async function PersonPage({ params, searchParams }: Props) {
  const [{ workspace: slug, id }, search] = await Promise.all([params, searchParams]);
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const person = await personOf(slug, id);
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
