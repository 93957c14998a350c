import Link from 'next/link';
import { LinkButton } from '#components/ui/button';
import { Table, TableCell, TableRow } from '#components/ui/table';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import { accessHref } from '#access/access-address';
import { peopleHref, type PeopleAddress } from './people-address';

type Listed = {
  id: string;
  name: string;
  email: string;
  isActive: boolean;
  source: 'manual' | 'imported';
  groups: readonly string[];
};

type Props = { slug: string; access: AccessFacts; people: readonly Listed[] };

const columns = [
  { label: 'Person' },
  { label: 'E-mail' },
  { label: 'Groups' },
  { label: 'Source', width: 120 },
];

/** One page of people, each the way to what they may do. */
export function PeopleTable({ slug, access, people }: Props) {
  const names = new Map(access.groups.map(({ id, name }) => [id, name]));
  return (
    <Table label="People" columns={columns}>
      {people.map(({ id, name, email, isActive, source, groups }) => (
        <TableRow
          key={id}
          head={
            <>
              <Link href={accessHref(slug, { view: 'person', id })} prefetch={false}>
                <bdi>{name}</bdi>
              </Link>
              {isActive ? null : <span className="meta block">Deactivated</span>}
            </>
          }
        >
          <TableCell>{email}</TableCell>
          <TableCell>
            {namesWords(groups.map((group) => names.get(group) ?? '')) || (
              <span className="text-text-3">none</span>
            )}
          </TableCell>
          <TableCell>{source === 'imported' ? 'Import' : 'By hand'}</TableCell>
        </TableRow>
      ))}
    </Table>
  );
}

type Page = {
  count: number;
  isMore: boolean;
  before: number | null;
  people: readonly unknown[];
  next: string | null;
};

/** "1 to 50 of 552", and the ways to other pages. */
export function PeoplePages({ address, page }: { address: PeopleAddress; page: Page }) {
  const { slug, kept, cursor } = address;
  const { count, before, people, next } = page;
  const [first, last] = [(before ?? 0) + 1, (before ?? 0) + people.length];
  const number = (value: number) => value.toLocaleString('en');
  return (
    <>
      {before === null || people.length === 0 ? null : (
        <span className="meta">{`${number(first)} to ${number(last)} of ${number(count)}`}</span>
      )}
      {cursor ? (
        <LinkButton small href={peopleHref(slug, kept)}>
          First 50
        </LinkButton>
      ) : null}
      {next === null ? null : (
        <LinkButton small href={peopleHref(slug, kept, next)}>
          Next 50
        </LinkButton>
      )}
    </>
  );
}
