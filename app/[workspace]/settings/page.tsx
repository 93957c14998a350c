import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { requireVisit } from '#lib/shell/context';
import { AuditLogBox } from './_boxes/audit-log-box';
import { ClientsBox } from './_controls/clients-box';
import { FleetBox } from './_controls/fleet-box';
import { LabelsBox } from './_controls/labels-box';
import { SessionsBox } from './_controls/sessions-box';
import { TokensBox } from './_controls/tokens-box';
import { WorkspaceBox } from './_boxes/workspace-box';

export const metadata: Metadata = { title: 'Settings' };

/** What this workspace is here, what protects its record, where the reader is signed in, and what acts as the reader. */
export default async function SettingsPage({ params, searchParams }: PageProps<'/[workspace]/settings'>) {
  const [{ workspace: slug }, { client }] = await Promise.all([params, searchParams]);
  const { membership } = await requireVisit(slug);
  return (
    <Page>
      <PageHeader title="Settings" meta={<span>{`Times in ${membership.workspace.timeZone}`}</span>} />
      <div className="grid gap-5 wide:grid-cols-2">
        <WorkspaceBox workspace={membership.workspace} />
        <AuditLogBox slug={slug} />
      </div>
      <LabelsBox slug={slug} />
      <FleetBox slug={slug} />
      <ClientsBox slug={slug} refused={client === undefined ? null : String(client)} />
      <SessionsBox slug={slug} />
      <TokensBox slug={slug} />
    </Page>
  );
}
