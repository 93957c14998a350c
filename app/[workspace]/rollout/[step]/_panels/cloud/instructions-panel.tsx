import type { Route } from 'next';
import { Box } from '#components/ui/box';
import { LinkButton, PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Disclosure } from '#components/ui/disclosure';
import { DocumentView } from '#components/ui/document-view';
import { readInstructionsDocument } from '#lib/queries/instructions';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { cloudViewerOf } from './cloud-viewer';
import { TaskHead } from './task-head';

/** Row 4.6: what end users are told, made from what the workspace has decided. */
export async function InstructionsPanel(props: PanelProps) {
  const { slug, step } = props;
  const viewer = await cloudViewerOf(props);
  const found = await readInstructionsDocument(await requireContext(slug));
  const status = step.tasks.find(({ task }) => task.id === 'cloud.instructions');
  if (!status || !found) return null;

  return (
    <Box
      title="Instructions for end users"
      footer={
        <span className="meta">
          Row 4.6. Made from what is decided now. They apply to Codex local as well.
        </span>
      }
    >
      <div className="grid gap-3">
        <TaskHead status={status} viewer={viewer} />
        <p className="flex flex-wrap items-center gap-2">
          {/* safe because it is a page of this workspace */}
          <LinkButton small href={`/${slug}/instructions` as Route}>
            Open the page to print
          </LinkButton>
          <PlaceButton
            small
            variant="quiet"
            icon="download"
            href={`/api/v1/workspaces/${slug}/instructions.md`}
          >
            Download instructions.md
          </PlaceButton>
          <CopyButton label="Copy as Markdown" text={found.markdown} />
        </p>
        <Disclosure summary="Read the instructions">
          <DocumentView sections={found.document.sections} level={3} />
        </Disclosure>
      </div>
    </Box>
  );
}
