import type { Metadata } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { peopleWords } from '#lib/domain/rbac/counted';
import { readProfiles } from '#lib/queries/profiles';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { rolloutOf } from '#lib/shell/rollout';
import { oneOf } from '#access/access-address';
import { AccessFrame } from '#access/access-frame';
import { accessPath } from '#access/access-places';
import { ProfileTable } from './_parts/profile-table';

export const metadata: Metadata = { title: 'Access profiles' };

type Props = PageProps<'/[workspace]/access/profiles'>;

/** Who has the same access: the few profiles that most people share, and the odd ones behind them. */
export default async function ProfilesPage({ params, searchParams }: Props) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const cursor = oneOf(search.cursor);
  const page = await orNotFound(readProfiles(ctx, cursor ? { cursor } : {}));
  const { cover, profiles } = page;
  const covering =
    cover.profiles === 1 ? '1 profile covers' : `${cover.profiles.toLocaleString('en')} profiles cover`;

  return (
    <AccessFrame slug={slug} place="profiles" meta="Active people with the same access, by whatever roles">
      <Box
        title={page.count === 0 ? 'Access profiles' : `${covering} ${peopleWords(cover.people)}`}
        meta={`${page.count.toLocaleString('en')} in all, ${peopleWords(page.people)}`}
        footer={
          page.cursor ? (
            <LinkButton small href={accessPath(slug, 'profiles', { search: { cursor: page.cursor } })}>
              Next 50
            </LinkButton>
          ) : null
        }
        flush
      >
        {profiles.length === 0 ? (
          <div className="p-4">
            <EmptyState title="People with the same access stand here as one line.">
              A few profiles mostly cover everybody, and the odd ones show what nobody meant. They follow from
              people, groups and roles.
            </EmptyState>
          </div>
        ) : (
          <ProfileTable slug={slug} access={facts.access} profiles={profiles} />
        )}
      </Box>
    </AccessFrame>
  );
}
