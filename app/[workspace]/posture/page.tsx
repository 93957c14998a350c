import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { PrintButton } from '#components/ui/print-button';
import { guide } from '#lib/catalog/guide';
import { postureClaims, postureLinks } from '#lib/catalog/posture';
import { orderAddresses } from '#lib/domain/rollout/label-era';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { Acknowledgement } from './_controls/acknowledgement';
import { EnvironmentsTable } from './_controls/environments-table';

export const metadata: Metadata = { title: 'Posture' };

/** Rows P1 and P2: what the vendor says of security, and the two environments; to read, acknowledge and print. */
export default async function PosturePage({ params }: PageProps<'/[workspace]/posture'>) {
  const { workspace: slug } = await params;
  const [{ membership }, { progress, facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const tasks = progress.steps.flatMap((step) => step.tasks);
  const security = tasks.find(({ task }) => task.id === 'posture.security');
  const environments = tasks.find(({ task }) => task.id === 'posture.environments');

  return (
    <Page>
      <PageHeader
        title="Posture"
        meta={
          <>
            <span>{`Guide ${guide.version}`}</span>
            <span>{membership.workspace.name}</span>
            <span>{`Times in ${membership.workspace.timeZone}`}</span>
          </>
        }
        actions={<PrintButton primary>Print</PrintButton>}
      />
      <Box title="Security and privacy" meta="Row P1, as the vendor states it">
        <DefinitionList
          facts={postureClaims.map(({ title, claim, mind }) => ({
            term: title,
            value: claim,
            meta: <span className="block">{mind}</span>,
          }))}
        />
        {security ? <Acknowledgement slug={slug} status={security} words="Acknowledge the posture" /> : null}
      </Box>
      <Box title="The two environments" meta="Row P2">
        <EnvironmentsTable />
        {environments ? (
          <Acknowledgement slug={slug} status={environments} words="Acknowledge the environments" />
        ) : null}
      </Box>
      <p className="meta">
        {'The vendor’s pages: '}
        {postureLinks.map((link) => {
          const { first } = orderAddresses(link, facts.labels.era);
          return (
            <a key={first.url} className="mr-3" href={first.url} rel="noreferrer">
              {`${first.title}, last known good ${first.lastKnownGood}`}
            </a>
          );
        })}
      </p>
    </Page>
  );
}
