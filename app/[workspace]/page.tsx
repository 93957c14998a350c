import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { rolloutOf } from '#lib/shell/rollout';

export default async function OverviewPage({ params }: PageProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const { progress } = await rolloutOf(slug);
  return (
    <Page>
      <PageHeader
        title="Codex rollout"
        meta={<span>{`${progress.done} of ${progress.applicable} tasks done`}</span>}
      />
    </Page>
  );
}
