import { z } from 'zod';
import type { Severity } from '#lib/domain/config-check/finding';
import { severities } from '#lib/domain/config-check/finding';
import { firstMatches } from '#lib/domain/rbac/everyone/first-match';
import type { Population } from '#lib/domain/rbac/everyone/population';
import type { Policy } from './policy';

/** Something to know about where a policy stands in the order, and whom it reaches. */
export const placementFinding = z.object({
  id: z.enum(['no_groups', 'group_missing', 'unreachable', 'matches_earlier', 'leaves_out']),
  severity: z.enum(severities),
  message: z.string(),
});

/** Something to know about where a policy stands and whom it reaches. */
export type PlacementFinding = z.output<typeof placementFinding>;

/** Whom a policy reaches, in active people: `people` are in its groups, `first` of them match no earlier policy. */
export type Reach = { people: number; first: number; findings: readonly PlacementFinding[] };

/** Whom every policy reaches, in order; `base` people match none, `several` match more than one. */
export type Reaches = { policies: readonly Reach[]; base: number; several: number };

type Grouped = Pick<Policy, 'groupIds'>;
type Directory = { population: Population; groups: readonly { id: string }[] };

/** Whom the policies reach, resolved over everybody in one pass. Groups stand at their positions in the population. */
export function reachOf(policies: readonly Grouped[], { population, groups }: Directory): Reaches {
  const positionOf = new Map(groups.map(({ id }, position) => [id, position]));
  const sets = policies.map(({ groupIds }) =>
    groupIds.flatMap((id) => {
      const position = positionOf.get(id);
      return position === undefined ? [] : [position];
    }),
  );
  const { people, first, several, none } = firstMatches(population, sets);
  const named = new Set<string>();
  const reaches = policies.map((policy, at): Reach => {
    const counts = { people: people[at] ?? 0, first: first[at] ?? 0 };
    const missing = policy.groupIds.filter((id) => !positionOf.has(id));
    const areAllNamed = policy.groupIds.every((id) => named.has(id));
    for (const id of policy.groupIds) named.add(id);
    return { ...counts, findings: findingsOf(policy, { ...counts, missing, areAllNamed }) };
  });
  return { policies: reaches, base: none, several };
}

type Seen = { people: number; first: number; missing: readonly string[]; areAllNamed: boolean };

function findingsOf(policy: Grouped, { people, first, missing, areAllNamed }: Seen): PlacementFinding[] {
  if (policy.groupIds.length === 0) {
    return [found('no_groups', 'warning', 'It is for no group yet, so it reaches nobody.')];
  }
  const gone = missing.map((id) =>
    found('group_missing', 'warning', `The directory holds no group ${id} any longer.`),
  );
  return [...gone, ...placeFindings({ people, first, areAllNamed })];
}

function placeFindings({ people, first, areAllNamed }: Omit<Seen, 'missing'>): PlacementFinding[] {
  if (areAllNamed) {
    const message = 'Unreachable: policies above it name every one of its groups.';
    return [found('unreachable', 'warning', message)];
  }
  if (people > 0 && first === 0) {
    const message = 'Unreachable: everyone in its groups matches a policy above it.';
    return [found('unreachable', 'warning', message)];
  }
  const earlier = people - first;
  if (earlier === 0) return [];
  const who = earlier === 1 ? '1 person' : `${earlier.toLocaleString('en')} people`;
  const message = `${who} of its groups ${earlier === 1 ? 'matches' : 'match'} a policy above it and ${earlier === 1 ? 'gets' : 'get'} that one alone.`;
  return [found('matches_earlier', 'info', message)];
}

const found = (id: PlacementFinding['id'], severity: Severity, message: string): PlacementFinding => ({
  id,
  severity,
  message,
});

/** The policy that reaches somebody of these groups: the first that names one of them; null for the base policy. */
export function policyFor(policies: readonly Policy[], groupIds: readonly string[]): Policy | null {
  const own = new Set(groupIds);
  return policies.find((policy) => policy.groupIds.some((id) => own.has(id))) ?? null;
}
