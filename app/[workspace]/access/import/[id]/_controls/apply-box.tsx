import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import type { ImportView } from '#lib/queries/imports';
import { applyAction, cancelAction } from './actions';
import { ApplyForm } from './apply-form';
import { CancelForm } from './cancel-form';

/** Where on the page an import is applied. */
const applyAnchor = 'apply';

/** Whether an import was tried out, or failed for what nobody had agreed to. */
const mayBeApplied = ({ state, dryRun, plan }: ImportView): boolean =>
  plan !== null && (state === 'failed' || (state === 'done' && dryRun));

/** The way past the lists to where an import is applied. */
export const ApplyLink = ({ found }: { found: ImportView }) =>
  mayBeApplied(found) ? <PlaceButton href={`#${applyAnchor}`}>Go to Apply</PlaceButton> : null;

/** The way on from a dry run, or from an import that failed for what nobody had agreed to. */
export function ApplyBox({ found, slug }: { found: ImportView; slug: string }) {
  const { id, plan, counts } = found;
  if (!plan || !mayBeApplied(found)) return null;
  return (
    <Box title="Apply" id={applyAnchor}>
      <div className="grid gap-3">
        <p className="text-text-2">
          Everything is compared once more with the directory as it is then, and written in one go or not at
          all. Where it would meet other people by then, you look again first.
        </p>
        <ApplyForm
          action={applyAction.bind(null, slug)}
          id={id}
          rejected={counts.rejected}
          toType={plan.toType}
          effect={plan.effect?.mark ?? ''}
        />
        <CancelForm action={cancelAction.bind(null, slug)} id={id} submit="Discard" saved="Discarded" />
      </div>
    </Box>
  );
}
