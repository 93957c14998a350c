import type { Metadata } from 'next';
import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { can } from '#lib/domain/authorization/can';
import { peopleWords } from '#lib/domain/rbac/counted';
import { readPeople } from '#lib/queries/people';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { rolloutOf } from '#lib/shell/rollout';
import { AccessFrame } from '#access/access-frame';
import { createPersonAction } from '#access/actions';
import { NewPerson } from '#access/person-form';
import { Nobody } from './_list/nobody';
import { peopleFileHref, readPeopleAddress } from './_list/people-address';
import { PeopleFilters } from './_list/people-filters';
import { PeoplePages, PeopleTable } from './_list/people-table';

export const metadata: Metadata = { title: 'People' };

/** The customer’s people: search and filters, a page at a time, and the way to each one’s access. */
export default async function PeoplePage({ params, searchParams }: PageProps<'/[workspace]/access/people'>) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const { access } = facts;
  const address = readPeopleAddress(slug, search, access);
  const { kept, cursor } = address;
  const page = await orNotFound(readPeople(ctx, { ...kept, ...(cursor ? { cursor } : {}) }));
  const mayPlace = can(ctx.actor, 'directory.write');
  const count = page.isMore ? `More than ${peopleWords(page.count)}` : peopleWords(page.count);

  return (
    <AccessFrame
      slug={slug}
      place="people"
      actions={
        page.count > 0 ? (
          <PlaceButton href={peopleFileHref(address)} icon="download" download>
            {`CSV of ${page.isMore ? 'all found' : page.count.toLocaleString('en')}`}
          </PlaceButton>
        ) : null
      }
    >
      <Box
        title={kept.losing === 'true' ? 'People who lost workspace defaults' : 'People'}
        meta={count}
        footer={cursor || page.next ? <PeoplePages address={address} page={page} /> : null}
        flush
      >
        <div className="border-b border-line p-4">
          <PeopleFilters address={address} access={access} />
        </div>
        {page.people.length === 0 ? (
          <div className="p-4">
            <Nobody address={address} access={access} mayPlace={mayPlace} />
          </div>
        ) : (
          <PeopleTable slug={slug} access={access} people={page.people} />
        )}
      </Box>
      {mayPlace ? (
        <Box title="Add a person">
          <NewPerson action={createPersonAction.bind(null, slug)} />
        </Box>
      ) : (
        <p className="meta">The workspace owner and the IT management owner change people.</p>
      )}
    </AccessFrame>
  );
}
