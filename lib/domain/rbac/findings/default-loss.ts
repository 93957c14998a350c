import { lossBasis, lossOf, lossWords } from '#lib/domain/rbac/default-loss';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { RolloutFacts } from '#lib/domain/rollout/facts';
import { findingId, type Finding } from './finding';

/** People who left the workspace defaults and lose something by it. */
export function findDefaultLoss({ access, guide }: RolloutFacts): Finding[] {
  const words = lossWords(access, guide.permissions);
  if (words === null) return [];
  const { people } = lossOf(access);
  return [
    {
      id: findingId('default_loss'),
      kind: 'default_loss',
      severity: 'error',
      title: `${peopleWords(people)} left the workspace defaults and ${people === 1 ? 'loses' : 'lose'} something`,
      reason: words,
      fix: { words: 'See who, and grant it again', at: { kind: 'losing' } },
      people,
      basis: lossBasis(access),
      taskId: 'roles.lost_defaults',
    },
  ];
}
