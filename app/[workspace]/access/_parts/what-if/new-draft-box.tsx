import { accessPath } from '#access/access-places';
import { Box } from '#components/ui/box';
import { createDraftAction } from './actions';
import { NewDraft } from './name-form';

/** A draft is begun with its name alone. */
export function NewDraftBox({ slug }: { slug: string }) {
  return (
    <Box title="New draft">
      <NewDraft action={createDraftAction.bind(null, slug)} place={accessPath(slug, 'what-if')} />
    </Box>
  );
}
