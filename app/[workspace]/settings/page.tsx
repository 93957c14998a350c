import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { requireVisit } from '#lib/shell/context';
import { AuditLogBox } from './_boxes/audit-log-box';
import { SessionsBox } from './_controls/sessions-box';
import { WorkspaceBox } from './_boxes/workspace-box';

export const metadata: Metadata = { title: 'Settings' };

/** What this workspace is here, what protects its record, and where the reader is signed in. */
export default async function SettingsPage({ params }: PageProps<'/[workspace]/settings'>) {
  const { workspace: slug } = await params;
  const { membership } = await requireVisit(slug);
  return (
    <Page>
      <PageHeader title="Settings" meta={<span>{`Times in ${membership.workspace.timeZone}`}</span>} />
      <div className="grid gap-5 wide:grid-cols-2">
        <WorkspaceBox workspace={membership.workspace} />
        <AuditLogBox slug={slug} />
      </div>
      <SessionsBox slug={slug} />
    </Page>
  );
}
