import type { ReactNode } from 'react';
import { Facts, type Fact } from '#components/ui/facts';
import { Time } from '#components/ui/time';
import { presetTexts } from '#lib/catalog/baseline';
import { guide } from '#lib/catalog/guide';
import { surfaceWords } from '#lib/domain/rollout/decision';
import type { StepProgress } from '#lib/domain/rollout/progress';
import type { Panel } from '#lib/domain/rollout/step';
import { readConfiguration } from '#lib/queries/configuration';
import type { Rollout } from '#lib/queries/rollout';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';

type Said = (by: string | null, at: Date | null) => ReactNode;

const toggleCount = (count: number) => (count === 1 ? '1 toggle' : `${count} toggles`);

/** What is decided that this step rests on: the value, who, when. */
export async function StepDecisions({ slug, step }: { slug: string; step: StepProgress }) {
  const [{ ctx, membership }, rollout] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const said: Said = (by, at) =>
    at ? (
      <>
        {by}, <Time at={at} now={ctx.now} zone={membership.workspace.timeZone} />
      </>
    ) : null;
  const kinds = step.step.panels.map(({ kind }) => kind);
  const has = (kind: Panel['kind']) => kinds.includes(kind);

  return (
    <Facts
      id="decisions"
      facts={[
        surfacesFact(rollout, said),
        ...(has('owners') ? [ownersFact(rollout)] : []),
        ...(has('settings') ? toggleFacts(step) : []),
        ...(has('configuration') ? [presetFact(await readConfiguration(ctx), said)] : []),
      ]}
    />
  );
}

function surfacesFact({ decision: { surfaces, decidedAt, decidedBy } }: Rollout, said: Said): Fact {
  const value = surfaces === null ? 'Not decided yet' : surfaceWords[surfaces];
  return { term: 'Surfaces', value, meta: said(decidedBy, decidedAt) };
}

function ownersFact({ owners }: Rollout): Fact {
  const named = owners.filter(({ name }) => name !== null);
  const missing = owners.filter(({ name }) => name === null);
  const labels = missing.map(({ duty }) => guide.duties[duty].label);
  return {
    term: 'Owners',
    value: `${named.length} of ${owners.length} named`,
    meta: labels.length > 0 ? `missing: ${labels.join(', ')}` : null,
  };
}

function toggleFacts({ tasks }: StepProgress): Fact[] {
  const settings = tasks
    .filter(({ state }) => state !== 'not_applicable')
    .flatMap(({ toggle }) => (toggle ? [toggle.setting] : []));
  const on = settings.filter(({ version, wanted }) => version > 0 && wanted).length;
  const off = settings.filter(({ version, wanted }) => version > 0 && !wanted).length;
  const open = settings.length - on - off;
  return [
    { term: 'Turn on in this phase', value: toggleCount(on) },
    {
      term: 'Keep off in this phase',
      value: toggleCount(off),
      meta: open > 0 ? `${open} still to choose` : null,
    },
  ];
}

function presetFact(configuration: Awaited<ReturnType<typeof readConfiguration>>, said: Said): Fact {
  const { preset = null, version = 0, changedBy = null, changedAt = null } = configuration ?? {};
  if (version === 0) return { term: 'Baseline', value: 'Not chosen yet' };
  const value = preset === null ? 'Decided by hand' : presetTexts[preset].label;
  return { term: 'Baseline', value, meta: said(changedBy, changedAt) };
}
