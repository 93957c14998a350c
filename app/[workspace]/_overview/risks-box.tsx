import { Box } from '#components/ui/box';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import { rolloutRisks, type Risk } from '#lib/domain/rollout/risks';
import { TaskLink } from './task-link';

const drawings: Readonly<Record<Risk['kind'], { name: IconName; tone: Tone; label: string }>> = {
  differs: { name: 'equal-not', tone: 'stale', label: 'Differs' },
  finding: { name: 'equal-not', tone: 'stale', label: 'Finding' },
  on_outside_decision: { name: 'triangle-alert', tone: 'warning', label: 'Warning' },
  dangerous: { name: 'triangle-alert', tone: 'warning', label: 'Warning' },
  overdue: { name: 'history', tone: 'stale', label: 'Overdue' },
  stale: { name: 'history', tone: 'stale', label: 'Stale' },
};

/** What is, or may be, other than the owners want. */
export function RisksBox({ slug, progress }: { slug: string; progress: RolloutProgress }) {
  const risks = rolloutRisks(progress);
  if (risks.length === 0) {
    return (
      <Box title="Risks" meta={0}>
        <p className="text-text-2">Nothing that is recorded differs from what is wanted.</p>
      </Box>
    );
  }
  const rows = risks.map(({ kind, title, reason, taskId, row }) => (
    <ListRow key={taskId} lead={<Icon {...drawings[kind]} />} second={reason} meta={row}>
      <TaskLink slug={slug} taskId={taskId}>
        {title}
      </TaskLink>
    </ListRow>
  ));
  return (
    <Box title="Risks" meta={risks.length} flush>
      <ShortList rows={rows} shown={4} />
    </Box>
  );
}
