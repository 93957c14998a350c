import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';

/** Where rolling out further stands: done once every wave that was not stopped is done, and there is one. */
export function wavesStanding({ waves }: RolloutFacts): Standing {
  const version = waves.reduce((sum, wave) => sum + wave.version, 0);
  const content = waves.map(({ id, name, groupIds, size, startsOn, endsOn, state }) => ({
    ...{ id, name, groupIds, size, startsOn, endsOn, state },
  }));
  const counted = waves.filter(({ state }) => state !== 'stopped');
  if (counted.length === 0) return { state: 'todo', reason: 'No wave is planned yet.', version, content };
  const left = counted.filter(({ state }) => state !== 'done');
  if (left.length === 0) return { state: 'done', reason: null, version, content };
  const reason = `Not done: ${left.map(({ name }) => name).join(', ')}.`;
  return { state: 'in_progress', reason, version, content };
}
