import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { findStep } from '#lib/catalog/steps';
import { rolloutOf } from '#lib/shell/rollout';
import { PanelView } from './_panels/panel-view';
import { StepSide } from './_panels/side-view';

type Props = PageProps<'/[workspace]/rollout/[step]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const step = findStep((await params).step);
  return step ? { title: `${step.number} ${step.title}` } : {};
}

/** One of Steps 0–6, drawn from the catalogue: what the guide asks, then the panels of the step. */
export default async function StepPage({ params, searchParams }: Props) {
  const { workspace: slug, step: stepSlug } = await params;
  const { progress, guide } = await rolloutOf(slug);
  const step = progress.steps.find((one) => one.step.slug === stepSlug);
  if (!step) notFound();
  const search = await searchParams;

  return (
    <Page panel={<StepSide slug={slug} step={step} search={search} />}>
      <PageHeader
        number={step.step.number}
        title={step.step.title}
        meta={<span>{`${step.done} of ${step.applicable} done`}</span>}
      />
      <p className="max-w-[76ch] text-text-2">{step.step.asks}</p>
      {step.step.panels.map((panel) => (
        <PanelView key={panel.kind} panel={panel} slug={slug} step={step} search={search} />
      ))}
      <p className="meta">Guide {guide}</p>
    </Page>
  );
}
