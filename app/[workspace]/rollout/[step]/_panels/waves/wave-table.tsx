import Link from 'next/link';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { State, type StateName } from '#components/ui/state';
import { Day } from '#components/ui/time';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { waveCriteria } from '#lib/domain/waves/criteria';
import { waveSignatures } from '#lib/domain/waves/decide-wave';
import { waveStateWords, type Wave, type WaveState } from '#lib/domain/waves/wave';
import { waveHref } from './wave-address';
import type { WaveViewer } from './wave-viewer';

const columns = [
  { label: 'Wave' },
  { label: 'People', number: true, width: 90 },
  { label: 'Days', width: 150 },
  { label: 'State', width: 120 },
  { label: 'Criteria met', width: 120 },
  { label: 'Signed', width: 110 },
];

const drawings: Readonly<Record<WaveState, StateName>> = {
  planned: 'todo',
  running: 'in_progress',
  done: 'done',
  stopped: 'not_applicable',
};

type Props = { waves: readonly Wave[]; progress: RolloutProgress; viewer: WaveViewer };

/** Every wave in a row: people, days, state, and how much speaks for it. */
export function WaveTable({ waves, progress, viewer }: Props) {
  return (
    <Table label="Waves" columns={columns}>
      {waves.map((wave) => {
        const criteria = waveCriteria(wave, progress, waves);
        const met = criteria.filter((criterion) => criterion.met).length;
        const signed = waveSignatures(wave, criteria).filter(({ state }) => state === 'go').length;
        return (
          <TableRow
            key={wave.id}
            head={
              <Link href={waveHref(viewer.base, 'open', wave.id)} scroll={false}>
                {`${wave.number} ${wave.name}`}
              </Link>
            }
          >
            <TableCell number>{wave.size.toLocaleString('en')}</TableCell>
            <TableCell>
              <Day day={wave.startsOn} now={viewer.now} />
              {' to '}
              <Day day={wave.endsOn} now={viewer.now} />
            </TableCell>
            <TableCell>
              <State state={drawings[wave.state]}>{waveStateWords[wave.state]}</State>
            </TableCell>
            <TableCell>{`${met} of ${criteria.length}`}</TableCell>
            <TableCell>{`${signed} of 3 say go`}</TableCell>
          </TableRow>
        );
      })}
    </Table>
  );
}
