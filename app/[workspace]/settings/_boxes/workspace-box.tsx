import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import type { Membership } from '#lib/queries/callers';

/** What was said of the workspace when it was created. */
export function WorkspaceBox({ workspace }: { workspace: Membership['workspace'] }) {
  const { name, slug, timeZone } = workspace;
  return (
    <Box title="Workspace" footer={<span className="meta">Settled when the workspace was created.</span>}>
      <DefinitionList
        facts={[
          { term: 'Name', value: <bdi>{name}</bdi> },
          { term: 'Address', value: <code>{`/${slug}`}</code>, meta: 'part of every link' },
          { term: 'Time zone', value: timeZone },
        ]}
      />
    </Box>
  );
}
