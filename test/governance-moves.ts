import { setChannel } from '#lib/commands/channels/set-channel';
import { changeMeasure } from '#lib/commands/measures/change-measure';
import { createMeasure } from '#lib/commands/measures/create-measure';
import { recordMeasureValue } from '#lib/commands/measures/record-measure-value';
import { retireMeasure } from '#lib/commands/measures/retire-measure';
import { setReportingOwner } from '#lib/commands/reporting-owners/set-reporting-owner';
import { setCadence } from '#lib/commands/reviews/set-cadence';
import type { Facts } from '#lib/data/load-facts';
import { channelKeys, channelStates } from '#lib/domain/channels/channel';
import type { Context } from '#lib/domain/context';
import { reportingAreas } from '#lib/domain/reporting-owners/reporting-owner';
import { cadences } from '#lib/domain/reviews/cadence';
import type { Random } from './random';

type Move = (ctx: Context, facts: Facts, random: Random) => Promise<{ ok: boolean }>;

const measure = { unit: '%', direction: 'at_least', source: 'Dashboard' };

/** One random write of each kind of Step 5, mostly a valid one. */
export const governanceMoves: Readonly<Record<string, Move>> = {
  channel: (ctx, { channels }, random) => {
    const key = random.pick(channelKeys);
    return setChannel(ctx, {
      key,
      state: random.pick(channelStates),
      setUpBy: 'Devi',
      note: 'Because',
      lastExportOn: random.pick([null, '2026-01-05', ctx.now.toISOString().slice(0, 10)]),
      version: channels.get(key)?.version ?? 0,
    });
  },
  reportingOwner: (ctx, { reportingOwners }, random) => {
    const area = random.pick(reportingAreas);
    const version = reportingOwners.find((one) => one.area === area)?.version ?? 0;
    return setReportingOwner(ctx, { area, name: random.pick(['Sam', null]), version });
  },
  cadence: (ctx, { cadence: { version } }, random) =>
    setCadence(ctx, { every: random.pick(cadences), nextOn: '2099-01-01', version }),
  measure: (ctx, { measures }, random) => {
    const target = random.below(100);
    if (measures.length < 3) {
      return createMeasure(ctx, { ...measure, name: `Measure ${measures.length}`, target });
    }
    const { id, name, version } = random.pick(measures);
    return changeMeasure(ctx, { ...measure, id, name, target, version });
  },
  measureValue: (ctx, { measures }, random) => {
    const [first] = measures;
    if (!first) return Promise.resolve({ ok: false });
    const { id } = random.pick(measures);
    return recordMeasureValue(ctx, { id, value: random.below(100), on: `2026-01-0${1 + random.below(9)}` });
  },
  measureRetired: (ctx, { measures }, random) => {
    const measureToRetire = measures.length > 0 && random.chance(0.6) ? random.pick(measures) : undefined;
    if (!measureToRetire) return Promise.resolve({ ok: false });
    const { id, version } = measureToRetire;
    return retireMeasure(ctx, { id, version });
  },
};
