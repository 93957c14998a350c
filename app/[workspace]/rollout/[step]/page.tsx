import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { findStep } from '#lib/catalog/steps';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { PanelView } from './_panels/panel-view';
import { SignOff } from './_panels/sign-off/sign-off';
import { StepSide, stepStrip } from './_panels/side-view';
import { GuideAsks } from './_parts/guide-asks';
import { OutsideDecision } from './_parts/outside-decision';
import { StepAnchors } from './_parts/step-anchors';
import { StepDecisions } from './_parts/step-decisions';
import { StepHeader } from './_parts/step-header';

type Props = PageProps<'/[workspace]/rollout/[step]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const step = findStep((await params).step);
  return step ? { title: `${step.number} ${step.title}` } : {};
}

/** One of Steps 0–6, drawn from the catalogue: what the guide asks, what is decided, the panels, the sign-off. */
export default async function StepPage({ params, searchParams }: Props) {
  const { workspace: slug, step: stepSlug } = await params;
  const { progress, facts } = await rolloutOf(slug);
  const step = progress.steps.find((one) => one.step.slug === stepSlug);
  if (!step) notFound();
  const { now } = await requireContext(slug);
  const search = await searchParams;

  return (
    <Page
      panel={<StepSide slug={slug} step={step} search={search} />}
      strip={await stepStrip({ slug, step, search })}
    >
      <StepHeader slug={slug} step={step} />
      <StepAnchors step={step} />
      <GuideAsks step={step.step} now={now} era={facts.labels.era} />
      <StepDecisions slug={slug} step={step} />
      <OutsideDecision slug={slug} step={step} />
      {step.step.panels.map((panel) => (
        <div key={panel.kind} id={panel.kind} className="grid grid-cols-1 gap-5">
          <PanelView panel={panel} slug={slug} step={step} search={search} />
        </div>
      ))}
      <SignOff slug={slug} step={step} />
    </Page>
  );
}
