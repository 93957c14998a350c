import { LinkButton } from '#components/ui/button';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { waveCriteria } from '#lib/domain/waves/criteria';
import type { Wave } from '#lib/domain/waves/wave';
import { waveHref } from './wave-address';
import { WaveActions } from './wave-actions';
import { WaveSignatures } from './wave-signatures';
import type { WaveViewer } from './wave-viewer';

type Props = { wave: Wave; facts: RolloutFacts; progress: RolloutProgress; viewer: WaveViewer };

/** One wave close up: what speaks for it by the data, who has signed, and what can be done. */
export function WaveClose({ wave, facts, progress, viewer }: Props) {
  const criteria = waveCriteria(wave, progress, facts.waves);
  const names = facts.access.groups.filter(({ id }) => wave.groupIds.includes(id)).map(({ name }) => name);

  return (
    <section className="grid gap-4 border-t border-line p-4" aria-label={wave.name}>
      <header className="flex flex-wrap items-center gap-3">
        <h3>{wave.name}</h3>
        <span className="meta">{names.length > 0 ? names.join(', ') : 'No group named'}</span>
        <LinkButton small variant="quiet" href={waveHref(viewer.base)} scroll={false}>
          Close
        </LinkButton>
      </header>
      <List>
        {criteria.map(({ key, label, met, detail }) => (
          <ListRow key={key} second={detail}>
            <State state={met ? 'done' : 'todo'}>{label}</State>
          </ListRow>
        ))}
      </List>
      <WaveSignatures wave={wave} criteria={criteria} viewer={viewer} />
      <WaveActions wave={wave} facts={facts} viewer={viewer} />
    </section>
  );
}
