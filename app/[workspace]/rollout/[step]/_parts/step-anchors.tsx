import { Anchors } from '#components/ui/anchors';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { doneOf, panelPlace } from './panel-place';

/** The parts of a step's page, in the order every step has. */
export function StepAnchors({ step }: { step: StepProgress }) {
  const panels = step.step.panels.map((panel) => {
    const { id, label, tasks } = panelPlace(panel, step);
    return { label, count: doneOf(tasks), place: `#${id}` as const };
  });
  const rows = new Set(step.step.tasks.flatMap((task) => task.rows));

  return (
    <Anchors
      label="Parts of this page"
      anchors={[
        { label: 'Guide asks', count: rows.size, place: '#guide-asks' },
        { label: 'Decisions', place: '#decisions' },
        ...panels,
        { label: 'Sign-off', place: '#sign-off' },
      ]}
    />
  );
}
