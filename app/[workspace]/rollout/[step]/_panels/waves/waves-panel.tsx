import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { State } from '#components/ui/state';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { Rollout } from '#lib/queries/rollout';
import { requireVisit, type Visit } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';
import { planWaveAction } from './actions';
import { waveHref } from './wave-address';
import { WaveClose } from './wave-close';
import type { GroupChoice } from './wave-fields';
import { WaveForm } from './wave-form';
import { WaveTable } from './wave-table';
import type { WaveViewer } from './wave-viewer';

/** Row 6.7: the waves, what speaks for each, and who has signed. */
export async function WavesPanel({ slug, step, search }: PanelProps) {
  const [visit, rollout] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const status = step.tasks.find(({ task }) => task.decidedBy.kind === 'waves');
  if (!status) return null;
  const viewer = viewerOf(visit, { rollout, slug, step, search });
  const { waves } = rollout.facts;
  const open = waves.find(({ id }) => id === search.wave);
  const isNew = search.wave === 'new' && viewer.mayPlan;

  return (
    <Box
      id={taskAnchor(status.task.id)}
      title={status.task.title}
      meta={<State state={status.state} small />}
      footer={waves.length > 0 && !isNew ? <PlanButton viewer={viewer} /> : null}
      flush
    >
      {waves.length > 0 ? <WaveTable waves={waves} progress={rollout.progress} viewer={viewer} /> : null}
      {waves.length === 0 && !isNew ? <NoWaves viewer={viewer} /> : null}
      {isNew ? <NewWave viewer={viewer} groups={rollout.facts.access.groups} /> : null}
      {open ? (
        <WaveClose wave={open} facts={rollout.facts} progress={rollout.progress} viewer={viewer} />
      ) : null}
    </Box>
  );
}

function viewerOf({ ctx, membership }: Visit, page: PanelProps & { rollout: Rollout }): WaveViewer {
  return {
    slug: page.slug,
    base: `/${page.slug}/rollout/${page.step.step.slug}`,
    now: ctx.now,
    zone: membership.workspace.timeZone,
    mayPlan: can(ctx.actor, 'wave.write'),
    held: can(ctx.actor, 'wave.decide') ? dutiesOf(membership, page.rollout.owners) : [],
    part: String(page.search.part ?? ''),
  };
}

function PlanButton({ viewer }: { viewer: WaveViewer }) {
  if (!viewer.mayPlan) return null;
  return (
    <LinkButton small href={waveHref(viewer.base, 'new')} scroll={false}>
      Plan a wave…
    </LinkButton>
  );
}

function NoWaves({ viewer }: { viewer: WaveViewer }) {
  return (
    <div className="p-4">
      <EmptyState title="Waves are planned here, the pilot first." action={<PlanButton viewer={viewer} />}>
        Each begins with the go of three owners, over what the data says is done and what is open.
      </EmptyState>
    </div>
  );
}

function NewWave({ viewer, groups }: { viewer: WaveViewer; groups: readonly GroupChoice[] }) {
  return (
    <section className="border-t border-line p-4" aria-label="Plan a wave">
      <WaveForm
        action={planWaveAction.bind(null, viewer.slug)}
        wave={null}
        groups={groups}
        closeHref={waveHref(viewer.base)}
      />
    </section>
  );
}
