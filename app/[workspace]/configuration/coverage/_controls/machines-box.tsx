import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { Segments } from '#components/ui/segments';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { Time } from '#components/ui/time';
import { listedStates, silentDays, type ListedState, type MachineView } from '#lib/domain/receipts/machine';
import { systemWords } from '#lib/domain/validation/check';
import { readMachines } from '#lib/queries/coverage';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { machinesHref, type MachinesAddress } from './coverage-address';

type Times = { now: Date; zone: string };
type Props = Times & { slug: string; address: MachinesAddress };

const words: Readonly<Record<ListedState, string>> = {
  differs: 'Differ',
  older: 'Older release',
  silent: `Not seen for ${silentDays} days`,
};

const columns = [
  { label: 'Machine', width: 150 },
  { label: 'System', width: 96 },
  { label: 'Release', width: 88 },
  { label: 'Not as released', width: 280 },
  { label: 'Client', width: 96 },
  { label: 'Since', width: 128 },
  { label: 'Seen', width: 128 },
];

/** Machines that do not have the current release as it is, those seen last first, a page at a time. */
export async function MachinesBox({ slug, address, ...times }: Props) {
  const ctx = await requireContext(slug);
  const page = await orNotFound(readMachines(ctx, address));
  const { state, cursor } = address;
  const segments = listedStates.map((one) => ({
    label: words[one],
    href: machinesHref(slug, { state: one, cursor: '' }),
    current: one === state,
  }));
  return (
    <Box
      id="machines"
      title="Machines"
      meta={
        <PlaceButton
          small
          icon="download"
          download
          href={`/api/v1/workspaces/${slug}/coverage/machines.csv?state=${state}`}
        >
          CSV
        </PlaceButton>
      }
      footer={
        page.cursor !== null || cursor !== '' ? (
          <Pages slug={slug} address={address} next={page.cursor} />
        ) : null
      }
      flush
    >
      <div className="border-b border-line p-4">
        <Segments label="Which machines" segments={segments} />
      </div>
      {page.machines.length === 0 ? (
        <p className="p-4 text-text-2">No machine stands so.</p>
      ) : (
        <Table label="Machines" columns={columns}>
          {page.machines.map((machine) => (
            <Row key={machine.machine} machine={machine} {...times} />
          ))}
        </Table>
      )}
    </Box>
  );
}

type PagesProps = { slug: string; address: MachinesAddress; next: string | null };

function Pages({ slug, address: { state, cursor }, next }: PagesProps) {
  return (
    <span className="flex gap-2">
      {cursor === '' ? null : (
        <LinkButton small href={machinesHref(slug, { state, cursor: '' })}>
          First
        </LinkButton>
      )}
      {next === null ? null : (
        <LinkButton small href={machinesHref(slug, { state, cursor: next })}>
          Next
        </LinkButton>
      )}
    </span>
  );
}

const shownLetters = 12;

function Row({ machine: one, now, zone }: Times & { machine: MachineView }) {
  return (
    <TableRow head={<code title={one.machine}>{one.machine.slice(0, shownLetters)}</code>}>
      <TableCell>{systemWords[one.os]}</TableCell>
      <TableCell>{one.release}</TableCell>
      <TableCell>
        {one.differing.length === 0 ? '–' : <code className="wrap-anywhere">{one.differing.join(', ')}</code>}
      </TableCell>
      <TableCell>{one.client ?? 'None found'}</TableCell>
      <TableCell>
        <Time at={one.since} now={now} zone={zone} />
      </TableCell>
      <TableCell>
        <Time at={one.seen} now={now} zone={zone} />
      </TableCell>
    </TableRow>
  );
}
