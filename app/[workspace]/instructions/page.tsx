import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { DocumentView } from '#components/ui/document-view';
import { PrintButton } from '#components/ui/print-button';
import { taskPath } from '#lib/catalog/task-path';
import { readInstructionsDocument } from '#lib/queries/instructions';
import { requireVisit } from '#lib/shell/context';

export const metadata: Metadata = { title: 'Instructions for end users' };

/** What end users are told, to copy, download and print. */
export default async function InstructionsPage({ params }: PageProps<'/[workspace]/instructions'>) {
  const { workspace: slug } = await params;
  const { ctx, membership } = await requireVisit(slug);
  const found = await readInstructionsDocument(ctx);
  if (!found) notFound();
  const { document, markdown } = found;

  return (
    <Page>
      <PageHeader
        title={document.title}
        // safe because the path of a task is a route
        parent={{
          href: taskPath(slug, 'cloud.instructions') as Route,
          label: 'Codex cloud usage',
          here: 'Instructions',
        }}
        meta={
          <>
            <span>{membership.workspace.name}</span>
            <span>Made from what is decided now</span>
          </>
        }
        actions={
          <>
            <PlaceButton icon="download" href={`/api/v1/workspaces/${slug}/instructions.md`}>
              Download
            </PlaceButton>
            <PrintButton>Print</PrintButton>
          </>
        }
      />
      <DocumentView sections={document.sections} level={2} />
      <CopyButton label="Copy as Markdown" text={markdown} />
    </Page>
  );
}
