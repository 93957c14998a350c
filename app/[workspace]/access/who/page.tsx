import type { Metadata } from 'next';
import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { permissions as catalog } from '#lib/catalog/permissions';
import { peopleWords } from '#lib/domain/rbac/counted';
import { levelLabel } from '#lib/domain/rbac/permission';
import { readWho } from '#lib/queries/who';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { AccessFrame } from '#access/access-frame';
import { WhoForm } from './_parts/who-form';
import { readWhoAddress, whoFileHref, type WhoAddress } from './_parts/who-address';
import { WhoPages, WhoTable } from './_parts/who-table';

export const metadata: Metadata = { title: 'Who can' };

/** Who has one permission: how many exactly, and who they are, by name. */
export default async function WhoPage({ params, searchParams }: PageProps<'/[workspace]/access/who'>) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireContext(slug);
  const address = readWhoAddress(slug, search);
  const { permission, level, cursor } = address;
  const page = permission
    ? await orNotFound(readWho(ctx, { permission, level, ...(cursor ? { cursor } : {}) }))
    : null;

  return (
    <AccessFrame
      slug={slug}
      place="who"
      actions={
        page && page.count > 0 ? (
          <PlaceButton href={whoFileHref(address)} icon="download" download>
            {`CSV of ${page.count.toLocaleString('en')}`}
          </PlaceButton>
        ) : null
      }
    >
      <Box title="Who can…">
        <WhoForm address={address} />
      </Box>
      <Answer address={address} page={page} />
    </AccessFrame>
  );
}

type AnswerProps = { address: WhoAddress; page: Awaited<ReturnType<typeof readWho>> };

function Answer({ address, page }: AnswerProps) {
  const { slug, permission, level, cursor } = address;
  if (!page || !permission) {
    return (
      <EmptyState title="Choose a permission, and everybody who has it stands here.">
        The count is exact, and the whole list is to be had as a file.
      </EmptyState>
    );
  }
  return (
    <Box
      title={`${peopleWords(page.count)} ${page.count === 1 ? 'has' : 'have'} it`}
      meta={levelLabel(permission, level, catalog)}
      footer={cursor || page.cursor ? <WhoPages address={address} next={page.cursor} /> : null}
      flush
    >
      {page.people.length === 0 ? (
        <p className="p-4">Nobody has this permission.</p>
      ) : (
        <WhoTable slug={slug} people={page.people} permission={permission} />
      )}
    </Box>
  );
}
