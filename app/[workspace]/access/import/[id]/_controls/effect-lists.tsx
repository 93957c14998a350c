import Link from 'next/link';
import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { Segments } from '#components/ui/segments';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { accessHref } from '#access/access-address';
import { permissions as catalog } from '#lib/catalog/permissions';
import { namesWords } from '#lib/domain/rbac/counted';
import type { DifferenceList } from '#lib/domain/rbac/everyone/changed-people';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { ImportPage } from '#lib/queries/imports';
import { backOf, importHref, listOrder, shownList, type ImportAddress } from './import-address';

type WhatIf = NonNullable<ImportPage['whatIf']>;
type Props = { whatIf: WhatIf; address: ImportAddress; isDone: boolean };

const labels: Readonly<Record<DifferenceList, string>> = {
  losses: 'Losses',
  gains: 'Gains',
  leavesDefault: 'Leave default',
};
const columns = [{ label: 'Person' }, { label: 'Permissions' }, { label: 'Reason', width: 420 }];
const number = (value: number) => value.toLocaleString('en');

/** Whom an import meets, one list at a time: who, by which permissions, and why. */
export function EffectLists({ whatIf, address, isDone }: Props) {
  const list = shownList(whatIf, address);
  const { count, people } = whatIf[list];
  return (
    <Box
      label={isDone ? 'People it met' : 'People it would meet'}
      flush
      footer={people.length > 0 ? <Pages {...{ whatIf, address, list }} /> : undefined}
    >
      <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-2.5">
        <Segments
          label="Lists"
          segments={listOrder.map((name) => ({
            label: `${labels[name]} ${number(whatIf[name].count)}`,
            href: importHref(address, { list: name, after: 0 }),
            current: name === list,
          }))}
        />
        {count > 0 && whatIf.areListed ? <Csv {...{ address, list, count }} /> : null}
      </div>
      {people.length === 0 ? (
        <p className="p-4 text-text-2">{emptyWords(whatIf, count)}</p>
      ) : (
        <Table label={labels[list]} columns={columns}>
          {people.map((person) => (
            <Row key={person.id} person={person} slug={address.slug} />
          ))}
        </Table>
      )}
    </Box>
  );
}

const emptyWords = ({ areListed }: WhatIf, count: number): string => {
  if (count === 0) return 'Nobody.';
  return areListed ? 'There is nobody further on this list.' : 'Names are kept for a day; the numbers stay.';
};

function Row({
  person: { id, name, permissions, reason },
  slug,
}: {
  person: WhatIf['losses']['people'][number];
  slug: string;
}) {
  const words = permissions.map((key) => permissionLabel(key, catalog));
  return (
    <TableRow
      head={
        <Link href={accessHref(slug, { view: 'person', id })} prefetch={false}>
          {name}
        </Link>
      }
    >
      <TableCell>{words.length > 0 ? namesWords(words, 6) : '–'}</TableCell>
      <TableCell>{reason}</TableCell>
    </TableRow>
  );
}

type Shown = { address: ImportAddress; list: DifferenceList };

function Csv({ address: { slug, id }, list, count }: Shown & { count: number }) {
  return (
    <PlaceButton
      small
      variant="quiet"
      icon="download"
      download
      href={`/api/v1/workspaces/${slug}/directory/imports/${id}/what-if.csv?list=${list}`}
    >
      {`CSV of ${number(count)}`}
    </PlaceButton>
  );
}

function Pages({ whatIf, address, list }: Shown & { whatIf: WhatIf }) {
  const { count, people, cursor } = whatIf[list];
  const from = address.list === list ? address.after : 0;
  return (
    <>
      <span className="meta">{`${number(from + 1)} to ${number(from + people.length)} of ${number(count)}`}</span>
      <nav className="flex gap-2" aria-label="Pages of the list">
        {from > 0 ? (
          <LinkButton small scroll={false} href={importHref(address, { list, after: backOf(address) })}>
            Back
          </LinkButton>
        ) : null}
        {cursor === null ? null : (
          <LinkButton small scroll={false} href={importHref(address, { list, after: Number(cursor) })}>
            Next
          </LinkButton>
        )}
      </nav>
    </>
  );
}
