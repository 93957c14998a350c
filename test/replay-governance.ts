import { z } from 'zod';
import { channelView } from '#lib/domain/channels/channel-view';
import { measureView } from '#lib/domain/measures/measure-view';
import { reportingAreas } from '#lib/domain/reporting-owners/reporting-owner';
import { cadences } from '#lib/domain/reviews/cadence';
import type { Reducer } from './reducer';

const time = z.coerce.date();
const text = z.string().nullable();

const channel = channelView.extend({ at: time.nullable() });
const reportingOwner = z.object({
  area: z.enum(reportingAreas),
  name: text,
  email: text,
  version: z.number(),
});
const cadence = z.object({ every: z.enum(cadences), nextOn: z.string(), version: z.number() });
const measure = measureView.extend({ retiredAt: time.nullable() });

const ownerSet: Reducer = (facts, { after }) => {
  const next = reportingOwner.parse(after);
  return {
    ...facts,
    reportingOwners: [...facts.reportingOwners.filter(({ area }) => area !== next.area), next],
  };
};

const measureSet: Reducer = (facts, { after }) => {
  const next = measure.parse(after);
  const isKnown = facts.measures.some(({ id }) => id === next.id);
  const measures = facts.measures.map((one) => (one.id === next.id ? next : one));
  return { ...facts, measures: isKnown ? measures : [...measures, next] };
};

/** What the actions of Step 5 do to the facts; no state follows from a review itself. */
export const governanceReducers: Readonly<Record<string, Reducer>> = {
  'channel.recorded': (facts, { after }) => {
    const next = channel.parse(after);
    return { ...facts, channels: new Map(facts.channels).set(next.key, next) };
  },
  'reporting_owner.named': ownerSet,
  'reporting_owner.removed': ownerSet,
  'cadence.set': (facts, { after }) => ({ ...facts, cadence: cadence.parse(after) }),
  'measure.created': measureSet,
  'measure.changed': measureSet,
  'measure.retired': measureSet,
  'measure.value_recorded': measureSet,
  'review.begun': (facts) => facts,
  'review.changed': (facts) => facts,
  'review.signed': (facts) => facts,
  'review.discarded': (facts) => facts,
};
