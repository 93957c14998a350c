import 'server-only';
import { setChannel } from '#lib/commands/channels/set-channel';
import { createMeasure } from '#lib/commands/measures/create-measure';
import { recordMeasureValue } from '#lib/commands/measures/record-measure-value';
import { setReportingOwner } from '#lib/commands/reporting-owners/set-reporting-owner';
import { setCadence } from '#lib/commands/reviews/set-cadence';
import { db } from '#lib/data/db';
import { listMeasures } from '#lib/data/measures';
import type { Context } from '#lib/domain/context';
import { examplePeople } from '#lib/domain/example/example';
import { day, dayFrom, moment, type Moment } from './moment';

const { jonas, sam } = examplePeople;

const measured = (daysAgo: number, value: number): Moment =>
  moment(daysAgo * day, 'jonas', recordMeasureValue, async (ctx: Context) => {
    const [measure] = await listMeasures(db, { workspaceId: ctx.workspaceId });
    return { id: measure?.id, value, on: dayFrom(ctx.now, 0) };
  });

/** Step 5, begun: two channels, an export of some time ago, a cadence, one measure with its history. */
export const governanceStory: readonly Moment[] = [
  moment(10 * day, 'jonas', setChannel, {
    key: 'dashboard',
    state: 'set_up',
    setUpBy: jonas.name,
    version: 0,
  }),
  moment(9 * day, 'jonas', setChannel, (ctx: Context) => ({
    key: 'compliance_api',
    state: 'set_up',
    setUpBy: jonas.name,
    lastExportOn: dayFrom(ctx.now, -12),
    note: 'By hand for now; a nightly export is being built.',
    version: 0,
  })),
  moment(9 * day - 5, 'jonas', setReportingOwner, {
    area: 'adoption',
    name: sam.name,
    email: sam.email,
    version: 0,
  }),
  moment(8 * day, 'jonas', setCadence, (ctx: Context) => ({
    every: 'fortnightly',
    nextOn: dayFrom(ctx.now, 11),
    version: 0,
  })),
  moment(8 * day - 5, 'jonas', createMeasure, {
    name: 'Signed in weekly',
    unit: 'people',
    direction: 'at_least',
    target: 30,
    source: 'Analytics dashboard, daily users',
  }),
  measured(7, 6),
  measured(5, 11),
  measured(3, 17),
  measured(1, 22),
];
