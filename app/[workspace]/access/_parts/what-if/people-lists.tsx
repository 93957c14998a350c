import Link from 'next/link';
import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { Segments } from '#components/ui/segments';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { DifferenceList } from '#lib/domain/rbac/everyone/changed-people';
import { namesWords } from '#lib/domain/rbac/counted';
import type { DraftScreen, PersonRow } from '#lib/queries/draft-screen';
import { DefaultWarning } from './default-warning';
import { draftHref, type DraftAddress } from './draft-address';
import { DraftPages } from './draft-pages';

const labels: Readonly<Record<DifferenceList, string>> = {
  losses: 'Losses',
  leavesDefault: 'Leave default',
  gains: 'Gains',
};
const nobody: Readonly<Record<DifferenceList, string>> = {
  losses: 'Nobody would lose anything.',
  leavesDefault: 'Nobody would leave the workspace default.',
  gains: 'Nobody would gain anything.',
};
const columns = [
  { label: 'Person' },
  { label: 'Through' },
  { label: 'Loses', number: true },
  { label: 'Gains', number: true },
];

type Props = { screen: DraftScreen; address: DraftAddress; editable: boolean };

/** Whom the draft would meet, one list at a time, losses first. */
export function PeopleLists({ screen, address, editable }: Props) {
  const { effect, page, fix, draft } = screen;
  const counts = { losses: effect.losses, leavesDefault: effect.leavesDefault, gains: effect.gains };
  const { list, slug } = address;
  const isWarned = fix !== null && list !== 'gains';
  return (
    <Box
      label="People it would meet"
      flush
      footer={page.total > 0 ? <DraftPages page={page} address={address} /> : undefined}
    >
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-2.5">
        <Segments
          label="Lists"
          segments={(['losses', 'leavesDefault', 'gains'] as const).map((name) => ({
            label: `${labels[name]} ${counts[name].people.toLocaleString('en')}`,
            href: draftHref(address, { list: name === 'losses' ? '' : name, cursor: '', person: '' }),
            current: name === list,
          }))}
        />
        {page.total > 0 ? (
          <PlaceButton
            small
            variant="quiet"
            icon="download"
            download
            href={`/api/v1/workspaces/${slug}/access/drafts/${draft.id}/what-if.csv?list=${list}`}
          >
            {`CSV of ${page.total.toLocaleString('en')}`}
          </PlaceButton>
        ) : null}
      </div>
      {isWarned ? (
        <div className="px-4 pt-3 pb-3.5">
          <DefaultWarning {...{ slug, fix, draft, editable }} losses={effect.losses.people} />
        </div>
      ) : null}
      {page.total === 0 ? (
        <p className="p-4 text-text-2">{nobody[list]}</p>
      ) : (
        <Table label={labels[list]} columns={columns}>
          {page.rows.map((row) => (
            <Row key={row.id} row={row} address={address} />
          ))}
        </Table>
      )}
    </Box>
  );
}

const throughShown = 3;

function Row({
  row: { id, name, through, loses, gains },
  address,
}: {
  row: PersonRow;
  address: DraftAddress;
}) {
  return (
    <TableRow
      selected={address.person === id}
      head={
        <Link href={draftHref(address, { person: id })} scroll={false} prefetch={false}>
          {name}
        </Link>
      }
    >
      <TableCell>{through.length > 0 ? namesWords(through, throughShown) : 'Workspace defaults'}</TableCell>
      <TableCell number>{loses > 0 ? <span className="text-blocked">{`− ${loses}`}</span> : '0'}</TableCell>
      <TableCell number>{gains > 0 ? <span className="text-done">{`+ ${gains}`}</span> : '0'}</TableCell>
    </TableRow>
  );
}
