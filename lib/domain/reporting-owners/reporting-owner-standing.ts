import type { RolloutFacts } from '#lib/domain/rollout/facts';
import type { Standing } from '#lib/domain/rollout/standing';
import { everyReportingOwner, nobodyFor, type ReportingArea } from './reporting-owner';

/** Where the naming of an area's owner stands: done once somebody is named. */
export function reportingOwnerStanding(
  area: ReportingArea,
  { reportingOwners }: Pick<RolloutFacts, 'reportingOwners'>,
): Standing {
  const owner = everyReportingOwner(reportingOwners).find((one) => one.area === area) ?? nobodyFor(area);
  const { name, email, version } = owner;
  if (name === null) return { state: 'todo', reason: 'Nobody is named yet.', version, content: null };
  return { state: 'done', reason: `${name} is named.`, version, content: { name, email } };
}
