import Link from 'next/link';
import { LinkButton } from '#components/ui/button';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { accessHref } from '#access/access-address';
import { levelsOf, whoHref, type WhoAddress } from './who-address';

type Having = { id: string; name: string; email: string; level: number };

type Props = { slug: string; permission: string; people: readonly Having[] };

/** One page of those who have a permission, each the way to the reason. */
export function WhoTable({ slug, permission, people }: Props) {
  const levels = levelsOf(permission);
  const columns = [
    { label: 'Person' },
    { label: 'E-mail' },
    ...(levels.length > 0 ? [{ label: 'Level' }] : []),
  ];
  return (
    <Table label="Who can" columns={columns}>
      {people.map(({ id, name, email, level }) => (
        <TableRow
          key={id}
          head={
            <Link href={accessHref(slug, { view: 'person', id })} prefetch={false}>
              <bdi>{name}</bdi>
            </Link>
          }
        >
          <TableCell>{email}</TableCell>
          {levels.length > 0 ? <TableCell>{levels[level - 1]}</TableCell> : null}
        </TableRow>
      ))}
    </Table>
  );
}

/** The ways to other pages. */
export function WhoPages({ address, next }: { address: WhoAddress; next: string | null }) {
  return (
    <>
      {address.cursor ? (
        <LinkButton small href={whoHref(address)}>
          First 50
        </LinkButton>
      ) : null}
      {next === null ? null : (
        <LinkButton small href={whoHref(address, next)}>
          Next 50
        </LinkButton>
      )}
    </>
  );
}
