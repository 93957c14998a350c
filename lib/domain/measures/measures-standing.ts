import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/**
 * Where it stands what success looks like: to do without a measure, in progress until one has a value, done
 * from then on. Retired measures do not count.
 */
export function measuresStanding({ measures }: Pick<RolloutFacts, 'measures'>): Standing {
  const version = measures.reduce((sum, measure) => sum + measure.version, 0);
  const followed = measures.filter(({ retiredAt }) => retiredAt === null);
  if (followed.length === 0) {
    return { state: 'todo', reason: 'No measure is set yet.', version, content: null };
  }
  const content = followed
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, unit, direction, target, current }) => ({
      ...{ id, name, unit, direction, target },
      // Values go on after a signature, so none of them is part of it.
      hasValue: current !== null,
    }));
  const valued = followed.filter(({ current }) => current !== null).length;
  if (valued === 0) {
    return { state: 'in_progress', reason: 'No measure has a value yet.', version, content };
  }
  const all = followed.length === 1 ? '1 measure' : `${followed.length} measures`;
  return { state: 'done', reason: `${valued} of ${all} with a value.`, version, content };
}
