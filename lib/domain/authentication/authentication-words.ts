import { taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';

/** Words of the events about the authentication review. */
export const authenticationWordings: Readonly<Record<string, Wording>> = {
  'authentication.reviewed': (_event, guide) => [
    'answered the ',
    {
      label: 'authentication review',
      taskId: taskDecidedBy(guide, (decidedBy) => decidedBy.kind === 'authentication'),
    },
  ],
};
