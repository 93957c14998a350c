import type { Route } from 'next';
import type { RailGroup } from '#components/layout/rail';
import type { RolloutProgress, StepProgress } from '#lib/domain/rollout/progress';

function countOf({ done, applicable, complete }: StepProgress) {
  if (applicable === 0) return { count: '–' };
  return complete ? { done: `${done} of ${applicable}, done` } : { count: `${done}/${applicable}` };
}

/** The way through a workspace: Overview, the posture, the seven steps with their progress, the record, the settings. */
export function railGroups(slug: string, progress: RolloutProgress): RailGroup[] {
  // safe because the parts are a slug and words of this file
  const at = (path: string) => `/${slug}${path}` as Route;
  const covers: Readonly<Record<string, Route>> = {
    roles: at('/access'),
    configuration: at('/configuration'),
  };
  return [
    { items: [{ href: at(''), label: 'Overview', icon: 'layout-dashboard', exact: true }] },
    {
      title: 'Rollout',
      items: [
        { href: at('/posture'), label: 'Posture', icon: 'shield-check' },
        ...progress.steps.map((step) => ({
          href: at(`/rollout/${step.step.slug}`),
          label: step.step.title,
          number: step.step.number,
          covers: covers[step.step.slug],
          ...countOf(step),
        })),
      ],
    },
    {
      title: 'Record',
      items: [
        { href: at('/reviews'), label: 'Reviews', icon: 'calendar-check' },
        { href: at('/report'), label: 'Report', icon: 'file-text' },
        { href: at('/activity'), label: 'Activity', icon: 'activity' },
      ],
    },
    {
      title: 'Workspace',
      items: [
        { href: at('/members'), label: 'Members', icon: 'users' },
        { href: at('/settings'), label: 'Settings', icon: 'settings' },
      ],
    },
  ];
}
