import { LinkButton } from '#components/ui/button';
import { List, ListRow } from '#components/ui/list';
import { State, type StateName } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { guide } from '#lib/catalog/guide';
import type { Criterion } from '#lib/domain/waves/criteria';
import { waveSignatures, type Signature } from '#lib/domain/waves/decide-wave';
import type { Wave } from '#lib/domain/waves/wave';
import { waveHref } from './wave-address';
import type { WaveViewer } from './wave-viewer';

const drawings: Readonly<Record<Signature['state'], { state: StateName; words: string }>> = {
  missing: { state: 'todo', words: 'Not signed yet' },
  go: { state: 'done', words: 'Go' },
  no_go: { state: 'blocked', words: 'No-go' },
  void: { state: 'stale', words: 'Void: the plan has changed or a point has come open since' },
};

type Props = { wave: Wave; criteria: readonly Criterion[]; viewer: WaveViewer };

/** The go or no-go of each duty, with why. */
export function WaveSignatures({ wave, criteria, viewer }: Props) {
  const { held, base, now, zone, part } = viewer;
  const maySign = held.length > 0 && wave.state === 'planned' && part !== 'sign';
  return (
    <div className="grid gap-2">
      <List>
        {waveSignatures(wave, criteria).map(({ duty, state, verdict }) => (
          <ListRow
            key={duty}
            second={verdict?.note}
            meta={
              verdict ? (
                <>
                  {verdict.by}, <Time at={verdict.at} now={now} zone={zone} />
                </>
              ) : null
            }
          >
            {guide.duties[duty].label}: <State state={drawings[state].state}>{drawings[state].words}</State>
          </ListRow>
        ))}
      </List>
      {maySign ? (
        <p>
          <LinkButton small href={waveHref(base, 'sign', wave.id)} scroll={false}>
            Say go or no-go…
          </LinkButton>
        </p>
      ) : null}
    </div>
  );
}
