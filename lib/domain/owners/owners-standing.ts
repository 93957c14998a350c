import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { everyOwner } from './owner';

/** Where the naming of the three owners stands: done once every duty has somebody. */
export function ownersStanding({ owners, guide }: RolloutFacts): Standing {
  const all = everyOwner(owners);
  const version = all.reduce((sum, owner) => sum + owner.version, 0);
  const content = all.map(({ version: _version, ...people }) => people);
  const missing = all.filter((owner) => owner.name === null).map((owner) => guide.duties[owner.duty].label);
  if (missing.length === 0) return { state: 'done', reason: null, version, content };
  const reason = `Still to name: ${missing.join(', ')}.`;
  return { state: missing.length === all.length ? 'todo' : 'in_progress', reason, version, content };
}
