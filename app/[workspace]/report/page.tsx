import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { ReportSheet } from '#components/report/report-sheet';
import { PrintButton } from '#components/ui/print-button';
import { readReport } from '#lib/queries/report';
import { requireContext } from '#lib/shell/context';

export const metadata: Metadata = { title: 'Report' };

/** Where the rollout stands, on one page to print for the governance owner; CSV and JSON of the same value. */
export default async function ReportPage({ params }: PageProps<'/[workspace]/report'>) {
  const { workspace: slug } = await params;
  const report = await readReport(await requireContext(slug));
  if (!report) notFound();
  const door = `/api/v1/workspaces/${slug}/report`;
  const name = `slipway-report-${slug}-${report.today}`;

  return (
    <Page>
      <div className="print-none">
        <PageHeader
          title="Report"
          meta={
            <>
              <span>As it is now; a review freezes it</span>
              <a href={`${door}.csv`} download={`${name}.csv`}>
                Save as CSV
              </a>
              <a href={door} download={`${name}.json`}>
                Save as JSON
              </a>
            </>
          }
          actions={<PrintButton primary>Print</PrintButton>}
        />
      </div>
      <ReportSheet report={report} />
    </Page>
  );
}
