import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { State, type StateName } from '#components/ui/state';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { silentDays, type SystemCoverage } from '#lib/domain/receipts/machine';
import { systemWords } from '#lib/domain/validation/check';
import type { readCoverage } from '#lib/queries/coverage';

type Coverage = NonNullable<Awaited<ReturnType<typeof readCoverage>>>;
type Times = { now: Date; zone: string };
type Props = Times & { slug: string; coverage: Coverage };

const columns = [
  { label: 'System', width: 112 },
  { label: 'Have it' },
  { label: 'Differ' },
  { label: 'Have an older release' },
  { label: `Not seen for ${silentDays} days` },
];

/** Machines of each system by how they stand; before the first receipt, how receipts come. */
export function CoverageBox({ slug, coverage, ...times }: Props) {
  if (coverage.isBegun) {
    return (
      <Box title="Machines by system" flush>
        <Table label="Machines by system" columns={columns}>
          {coverage.systems.map((system) => (
            <Row key={system.os} system={system} {...times} />
          ))}
        </Table>
      </Box>
    );
  }
  return (
    <Box title="Machines by system">
      {coverage.released ? (
        <Ways />
      ) : (
        <EmptyState
          title="Nothing is released yet."
          action={
            // safe because a slug is lower-case words and hyphens
            <LinkButton small href={`/${slug}/configuration/versions` as Route}>
              Versions and release…
            </LinkButton>
          }
        >
          Once a version is released, its bundle lays the files onto machines and says what they have.
        </EmptyState>
      )}
    </Box>
  );
}

function Ways() {
  return (
    <div className="grid max-w-read gap-3">
      <p>
        <strong>No machine has sent a receipt yet.</strong>{' '}
        <span className="text-text-2">
          Each bundle brings a verify script. On a machine it prints one line of JSON: what the machine has of
          the release, without names of people or hosts. It takes a second. There are three ways to bring
          receipts here:
        </span>
      </p>
      <ol className="numbered">
        <li>Run verify on one machine and paste what it prints below.</li>
        <li>Collect the lines of many machines in a file and upload that below.</li>
        <li>Let machines send them: verify --post with a delivery token, made below.</li>
      </ol>
    </div>
  );
}

const count = (machines: number) => machines.toLocaleString('en');

function Row({ system, now, zone }: Times & { system: SystemCoverage }) {
  const { os, expected, matches, older, differs, silent } = system;
  const isUnused = matches + older + differs + silent === 0 && (expected ?? 0) === 0;
  const has: StateName = matches > 0 ? 'done' : isUnused ? 'not_applicable' : 'todo';
  const of = expected === null ? '' : ` of ${count(expected)}`;
  return (
    <TableRow head={systemWords[os]}>
      <TableCell>
        <State state={has}>{isUnused && expected === 0 ? 'Not used here' : `${count(matches)}${of}`}</State>
        <Since at={system.matchesSince} now={now} zone={zone} words="the first since " />
      </TableCell>
      <TableCell>
        {differs > 0 ? <State state="blocked">{count(differs)}</State> : '0'}
        <Since at={system.differsSince} now={now} zone={zone} words="the first since " />
      </TableCell>
      <TableCell>
        {older > 0 ? <State state="stale">{count(older)}</State> : '0'}
        <Since at={system.olderSince} now={now} zone={zone} words="the first since " />
      </TableCell>
      <TableCell>{count(silent)}</TableCell>
    </TableRow>
  );
}

function Since({ at, words, ...times }: Times & { at: Date | null; words: string }) {
  if (!at) return null;
  return (
    <span className="meta block">
      {words}
      <Time at={at} {...times} />
    </span>
  );
}
