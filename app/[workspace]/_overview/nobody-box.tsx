import type { Route } from 'next';
import { Avatar } from '#components/ui/avatar';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { List, ListRow } from '#components/ui/list';
import { guide } from '#lib/catalog/guide';
import { taskPath } from '#lib/catalog/task-path';
import { unownedTasks } from '#lib/domain/rollout/attention';
import type { RolloutProgress } from '#lib/domain/rollout/progress';

type Props = {
  slug: string;
  progress: RolloutProgress;
  /** Whether the reader may name owners. */
  mayName: boolean;
};

/** The duties without an owner, with how much is open in each. */
export function NobodyBox({ slug, progress, mayName }: Props) {
  const unowned = unownedTasks(progress);
  if (unowned.length === 0) {
    return (
      <Box title="Nobody owns this" meta={0}>
        <p className="text-text-2">Every open task has an owner.</p>
      </Box>
    );
  }
  return (
    <Box title="Nobody owns this" meta={unowned.length} flush>
      <List>
        {unowned.map(({ duty, tasks }) => (
          <ListRow
            key={duty}
            lead={<Avatar name={null} decorative />}
            second={`${tasks.length} open ${tasks.length === 1 ? 'task' : 'tasks'}`}
            action={mayName ? <NameOwner slug={slug} label={guide.duties[duty].label} /> : null}
          >
            {guide.duties[duty].label}
          </ListRow>
        ))}
      </List>
    </Box>
  );
}

function NameOwner({ slug, label }: { slug: string; label: string }) {
  return (
    // safe because taskPath gives an address of this app
    <LinkButton small href={taskPath(slug, 'owners') as Route}>
      <span>
        Name an owner<span className="sr-only"> for the duty {label}</span>
      </span>
    </LinkButton>
  );
}
