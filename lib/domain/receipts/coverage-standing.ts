import type { Standing } from '#lib/domain/rollout/standing';
import { systemWords } from '#lib/domain/validation/check';
import type { ShippingFacts, SystemFacts } from './coverage-facts';
import { countsSince } from './machine';

type Found = { os: SystemFacts['os']; is: 'matches' | 'differs' | 'missing' };

/** How a system stands: its machines count for thirty days; null where nobody uses it. */
function foundOn({ os, expected, matchesAt, differsAt, seenAt }: SystemFacts, since: Date): Found | null {
  const counts = (at: Date | null) => at !== null && at >= since;
  if (counts(differsAt)) return { os, is: 'differs' };
  if (counts(matchesAt)) return { os, is: 'matches' };
  return counts(seenAt) || (expected ?? 0) > 0 ? { os, is: 'missing' } : null;
}

/**
 * Whether the managed configuration is applied, by what machines say: done once on every system in use at least one
 * machine has the current release and none differs among those seen in the last thirty days. A system is in use where
 * a machine of it was seen in that time, or where somebody said that there are some.
 */
export function coverageStanding(shipping: ShippingFacts, now: Date): Standing {
  const since = countsSince(now);
  const found = shipping.systems.flatMap((system) => foundOn(system, since) ?? []);
  const names = (is: Found['is']) =>
    found.flatMap((one) => (one.is === is ? [systemWords[one.os]] : [])).join(', ');
  const release = `release ${String(shipping.release)}`;
  const standing = {
    version: shipping.release,
    content: { release: shipping.sha256, systems: found.map(({ os, is }) => [os, is]) },
  };
  if (found.length === 0) {
    return { ...standing, state: 'todo', reason: `No machine has sent a receipt for ${release} yet.` };
  }
  if (names('differs') !== '') {
    const reason = `Machines differ from ${release}: ${names('differs')}.`;
    return { ...standing, state: 'in_progress', reason, finding: true };
  }
  if (names('missing') !== '') {
    const reason = `No machine is known to have ${release} yet: ${names('missing')}.`;
    return { ...standing, state: 'in_progress', reason };
  }
  return { ...standing, state: 'done', reason: `Machines have ${release}: ${names('matches')}.` };
}
