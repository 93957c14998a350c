import { Box } from '#components/ui/box';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import type { RolloutProgress } from '#lib/domain/rollout/progress';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { rolloutRisks, type Risk } from '#lib/domain/rollout/risks';
import { FindingsRow, graveFindings } from './findings-row';
import { TaskLink } from './task-link';

const drawings: Readonly<Record<Risk['kind'], { name: IconName; tone: Tone; label: string }>> = {
  differs: { name: 'equal-not', tone: 'stale', label: 'Differs' },
  finding: { name: 'equal-not', tone: 'stale', label: 'Finding' },
  on_outside_decision: { name: 'triangle-alert', tone: 'warning', label: 'Warning' },
  dangerous: { name: 'triangle-alert', tone: 'warning', label: 'Warning' },
  overdue: { name: 'history', tone: 'stale', label: 'Overdue' },
  stale: { name: 'history', tone: 'stale', label: 'Stale' },
};

type Props = { slug: string; progress: RolloutProgress; facts: RolloutFacts };

/** What is, or may be, other than the owners want. */
export function RisksBox({ slug, progress, facts }: Props) {
  const risks = rolloutRisks(progress);
  const findings = graveFindings(facts);
  const count = risks.length + (findings.length > 0 ? 1 : 0);
  if (count === 0) {
    return (
      <Box title="Risks" meta={0}>
        <p className="text-text-2">Nothing that is recorded differs from what is wanted.</p>
      </Box>
    );
  }
  const found = findings.length > 0 ? [<FindingsRow key="access" {...{ slug, findings }} />] : [];
  const told = risks.map(({ kind, title, reason, taskId, row }) => (
    <ListRow key={taskId} lead={<Icon {...drawings[kind]} />} second={reason} meta={row}>
      <TaskLink slug={slug} taskId={taskId}>
        {title}
      </TaskLink>
    </ListRow>
  ));
  return (
    <Box title="Risks" meta={count} flush>
      <ShortList rows={[...told, ...found]} shown={4} />
    </Box>
  );
}
