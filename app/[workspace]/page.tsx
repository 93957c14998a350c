import { VendorLink } from '#components/guide/vendor-link';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Icon } from '#components/ui/icon';
import { TimeLeft } from '#components/ui/timer';
import { guide } from '#lib/catalog/guide';
import { can } from '#lib/domain/authorization/can';
import { dutiesOf } from '#lib/domain/owners/owner';
import { waitingForTime } from '#lib/domain/rollout/attention';
import { surfaceWords } from '#lib/domain/rollout/decision';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { ExampleStrip } from './_controls/example-strip';
import { LatestActivity } from './_overview/latest-activity';
import { NextLead } from './_overview/next-lead';
import { NobodyBox } from './_overview/nobody-box';
import { OthersBox } from './_overview/others-box';
import { RisksBox } from './_overview/risks-box';
import { StepTiles } from './_overview/step-tiles';

/** Overview: what to do next, how far each step is, what needs somebody, what happened. */
export default async function OverviewPage({ params }: PageProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const { ctx, membership } = await requireVisit(slug);
  const { progress, decision, owners, facts } = await rolloutOf(slug);
  const { now, actor } = ctx;
  const zone = membership.workspace.timeZone;
  const duties = dutiesOf(membership, owners);
  const [soonest] = waitingForTime(progress);

  return (
    <Page
      strip={
        soonest?.waitingUntil ? (
          <>
            {soonest.task.title}{' '}
            <TimeLeft until={soonest.waitingUntil.toISOString()} now={now.toISOString()} />
          </>
        ) : null
      }
    >
      <PageHeader
        title="Codex rollout"
        meta={
          <>
            <span>{decision.surfaces ? surfaceWords[decision.surfaces] : 'Surfaces not decided'}</span>
            <VendorLink link={guide.link} era={facts.labels.era}>
              {`Guide ${guide.version}`} <Icon name="external-link" small label="opens another site" />
            </VendorLink>
            <span>{`${progress.done} of ${progress.applicable} tasks done`}</span>
            <span>{`Times in ${zone}`}</span>
          </>
        }
      />
      <ExampleStrip slug={slug} />
      <NextLead slug={slug} progress={progress} duties={duties} now={now} zone={zone} />
      <StepTiles slug={slug} progress={progress} owners={owners} />
      <div className="grid gap-5 grid-cols-[repeat(auto-fit,minmax(min(100%,288px),1fr))]">
        <NobodyBox slug={slug} progress={progress} mayName={can(actor, 'owners.write')} />
        <OthersBox slug={slug} progress={progress} duties={duties} />
        <RisksBox slug={slug} progress={progress} facts={facts} />
      </div>
      <LatestActivity slug={slug} />
    </Page>
  );
}
