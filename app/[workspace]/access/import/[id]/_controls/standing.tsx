import { Box } from '#components/ui/box';
import { Note } from '#components/ui/note';
import { Bar } from '#components/ui/progress-bar';
import { Watch } from '#components/ui/watch';
import type { ImportView } from '#lib/queries/imports';
import { CancelForm } from './cancel-form';
import { cancelAction } from './actions';

type Props = { found: ImportView; slug: string; mayWrite: boolean };

/** How an import stands: how far the job is, or why it ended. */
export function Standing({ found, slug, mayWrite }: Props) {
  const { id, state, reason, progress } = found;
  if (state === 'failed')
    return (
      <Note tone="blocked" title="It was not applied. Nothing was changed.">
        {reason}
      </Note>
    );
  if (state === 'cancelled') return <Note title="It was cancelled. Nothing was changed." />;
  if (state === 'done') return null;
  return (
    <Box label="Progress">
      <Watch />
      <div className="grid gap-3">
        <p role="status">
          <strong>{progress.isCancelling ? 'Stopping' : progress.words}</strong>{' '}
          <span className="meta">{`step ${progress.step + 1} of ${progress.of}`}</span>
        </p>
        <Bar part={progress.step + 1} whole={progress.of + 1} />
        {mayWrite && !progress.isCancelling ? (
          <CancelForm
            action={cancelAction.bind(null, slug)}
            id={id}
            submit="Cancel the import"
            saved="Cancelled"
          />
        ) : null}
      </div>
    </Box>
  );
}
