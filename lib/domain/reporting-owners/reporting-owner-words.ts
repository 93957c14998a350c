import { z } from 'zod';
import { idOf, taskDecidedBy, type NamedThing, type Wording } from '#lib/domain/audit/event-words';
import type { Guide } from '#lib/domain/rollout/step';
import { reportingAreas, type ReportingArea } from './reporting-owner';

const isArea = (id: string): id is ReportingArea => reportingAreas.some((area) => area === id);

function areaOf(subject: string, guide: Guide): NamedThing {
  const id = idOf(subject);
  const taskId = taskDecidedBy(guide, (by) => by.kind === 'reporting-owner' && by.area === id);
  return { label: isArea(id) ? guide.reportingAreas[id].label.toLowerCase() : id, taskId };
}

const named = z.object({ name: z.string() });

/** Words of the events about who reports and who reviews. */
export const reportingOwnerWordings: Readonly<Record<string, Wording>> = {
  'reporting_owner.named': ({ subject, after }, guide) => {
    const owner = named.safeParse(after).data;
    return owner ? [`named ${owner.name} owner for `, areaOf(subject, guide)] : null;
  },
  'reporting_owner.removed': ({ subject }, guide) => ['left ', areaOf(subject, guide), ' to nobody'],
};
