import { Avatar } from '#components/ui/avatar';
import { Box } from '#components/ui/box';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import type { Duty } from '#lib/domain/owners/owner';
import { waitingForOthers } from '#lib/domain/rollout/attention';
import { actionTitle } from '#lib/domain/rollout/next-action';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { TaskLink } from './task-link';

type Props = { slug: string; progress: RolloutProgress; duties: readonly Duty[] };

/** What the reader waits for, and for whom. */
export function OthersBox({ slug, progress, duties }: Props) {
  const waiting = waitingForOthers(progress, duties);
  if (waiting.length === 0) {
    return (
      <Box title="Waiting for others" meta={0}>
        <p className="text-text-2">No other owner has anything to do here now.</p>
      </Box>
    );
  }
  const rows = waiting.map((status) => (
    <ListRow
      key={status.task.id}
      lead={<Avatar name={status.owner.name} decorative />}
      second={status.owner.name}
      meta={status.task.rows[0]}
    >
      <TaskLink slug={slug} taskId={status.task.id}>
        {actionTitle(status)}
      </TaskLink>
    </ListRow>
  ));
  return (
    <Box title="Waiting for others" meta={waiting.length} flush>
      <ShortList rows={rows} shown={4} />
    </Box>
  );
}
