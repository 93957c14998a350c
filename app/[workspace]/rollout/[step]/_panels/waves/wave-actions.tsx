import { LinkButton } from '#components/ui/button';
import { guide } from '#lib/catalog/guide';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { nextStates } from '#lib/domain/waves/decide-wave';
import type { Wave } from '#lib/domain/waves/wave';
import { changeWaveAction, decideWaveAction, moveWaveAction } from './actions';
import { MoveButtons } from './move-buttons';
import { VerdictForm } from './verdict-form';
import { waveHref } from './wave-address';
import { WaveForm } from './wave-form';
import type { WaveViewer } from './wave-viewer';

type Props = { wave: Wave; facts: RolloutFacts; viewer: WaveViewer };

const isOver = ({ state }: Wave) => state === 'done' || state === 'stopped';

/** What can be done with a wave: sign it, change its plan, move it on. */
export function WaveActions({ wave, facts, viewer }: Props) {
  const { part, held, mayPlan, slug, base } = viewer;
  if (part === 'sign' && wave.state === 'planned' && held.length > 0) {
    return <Signing wave={wave} viewer={viewer} />;
  }
  if (!mayPlan) return null;
  if (part !== 'plan' || isOver(wave)) return <Moving wave={wave} viewer={viewer} />;
  return (
    <WaveForm
      action={changeWaveAction.bind(null, slug)}
      wave={wave}
      groups={facts.access.groups}
      closeHref={waveHref(base, 'open', wave.id)}
    />
  );
}

function Signing({ wave, viewer: { slug, base, held } }: Omit<Props, 'facts'>) {
  return (
    <VerdictForm
      action={decideWaveAction.bind(null, slug)}
      waveId={wave.id}
      waveName={wave.name}
      version={wave.version}
      duties={held.map((duty) => ({ value: duty, label: guide.duties[duty].label }))}
      closeHref={waveHref(base, 'open', wave.id)}
    />
  );
}

function Moving({ wave, viewer: { slug, base } }: Omit<Props, 'facts'>) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {isOver(wave) ? null : (
        <LinkButton small href={waveHref(base, 'plan', wave.id)} scroll={false}>
          Change the plan…
        </LinkButton>
      )}
      <MoveButtons
        action={moveWaveAction.bind(null, slug)}
        waveId={wave.id}
        version={wave.version}
        states={nextStates(wave)}
      />
    </div>
  );
}
