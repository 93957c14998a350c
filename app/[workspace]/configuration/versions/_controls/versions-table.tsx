import type { Route } from 'next';
import Link from 'next/link';
import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { State, type StateName } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { versionState, type VersionState } from '#lib/domain/config-versions/config-version';
import { versionStateWords } from '#lib/domain/config-versions/version-state-words';
import type { VersionView } from '#lib/domain/config-versions/version-view';
import { originWords } from '#lib/domain/config-versions/version-words';

type List = { versions: readonly VersionView[]; released: number | null };
type Props = { slug: string; list: List; now: Date; zone: string };

const columns = [
  { label: 'Version', width: 112 },
  { label: 'State', width: 136 },
  { label: 'Made of', width: 136 },
  { label: 'Note' },
  { label: 'Kept' },
  { label: 'Approved' },
  { label: 'Released' },
];

const stateIcons: Readonly<Record<VersionState, StateName>> = {
  made: 'todo',
  approved: 'in_progress',
  released: 'done',
  superseded: 'not_applicable',
};

/** Every version, the newest first. */
export function VersionsTable({ slug, list, ...times }: Props) {
  if (list.versions.length === 0) {
    return (
      <Box title="Versions">
        <EmptyState title="No version was kept yet.">
          A version holds the files and the policies for groups as they are, for good. Somebody who wrote none
          of it approves it; its release freezes the bytes that machines get.
        </EmptyState>
      </Box>
    );
  }
  return (
    <Box title="Versions" flush>
      <Table label="Versions" columns={columns}>
        {list.versions.map((version) => (
          <Row key={version.number} {...{ slug, version, ...times }} released={list.released} />
        ))}
      </Table>
    </Box>
  );
}

type RowProps = Omit<Props, 'list'> & { version: VersionView; released: number | null };

function Row({ slug, version, released, now, zone }: RowProps) {
  const { number, origin, note, authors, at, approval, release } = version;
  const state = versionState(version, released);
  // safe because the parts are a slug and a number
  const href = `/${slug}/configuration/versions/${number}` as Route;
  return (
    <TableRow head={<Link href={href}>{`Version ${number}`}</Link>}>
      <TableCell>
        <State state={stateIcons[state]}>{versionStateWords[state]}</State>
      </TableCell>
      <TableCell>{originWords(origin)}</TableCell>
      <TableCell>{note}</TableCell>
      <TableCell>
        <Time at={at} now={now} zone={zone} dateOnly />{' '}
        <span className="meta">{authors.map(({ name }) => name).join(', ')}</span>
      </TableCell>
      <TableCell>
        <When word={approval} now={now} zone={zone} />
      </TableCell>
      <TableCell>
        <When word={release} now={now} zone={zone} />
      </TableCell>
    </TableRow>
  );
}

function When({ word, now, zone }: { word: { by: string; at: Date } | null; now: Date; zone: string }) {
  if (!word) return '–';
  return (
    <>
      <Time at={word.at} now={now} zone={zone} dateOnly /> <span className="meta">{word.by}</span>
    </>
  );
}
