import 'server-only';
import { z } from 'zod';
import { findReleased } from '#lib/data/config-versions';
import type { Db } from '#lib/data/db';
import { findFleetSize } from '#lib/data/fleet-sizes';
import { countMachines, hasMachines, listMachines } from '#lib/data/machines';
import { writeCsv, csvLine } from '#lib/domain/csv/write-csv';
import { fleetSizeView } from '#lib/domain/receipts/fleet-size';
import { listedStates, machineView, systemCoverage, type MachineView } from '#lib/domain/receipts/machine';
import { machineCursor, cursorBehind } from '#lib/domain/receipts/machine-pages';
import { systems } from '#lib/domain/validation/check';
import { csvFile } from './csv-file';
import { defineQuery } from './define-query';

const pageSize = 50;
const csvPageSize = 2000;

const currentRelease = async (db: Db, workspaceId: string) => findReleased(db, { workspaceId });

/**
 * How many machines have the release that is current, of each system; `released` is null while there is none, and
 * `isBegun` false until the first receipt.
 */
export const readCoverage = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({
    released: z.object({ number: z.int(), sha256: z.string(), at: z.date() }).nullable(),
    isBegun: z.boolean(),
    systems: z.array(systemCoverage),
    fleet: fleetSizeView,
  }),
  async run({ ctx: { workspaceId, now }, db }) {
    const released = await currentRelease(db, workspaceId);
    const current = released?.sha256 ?? '-';
    const [counted, fleet, isBegun] = await Promise.all([
      countMachines(db, { workspaceId, current, now }),
      findFleetSize(db, { workspaceId }),
      hasMachines(db, { workspaceId }),
    ]);
    return {
      released: released?.release
        ? { number: released.number, sha256: released.sha256, at: released.release.at }
        : null,
      ...{ isBegun, fleet },
      systems: systems.map((os) => ({
        ...(counted.find((one) => one.os === os) ?? { ...none, os }),
        expected: fleet[os],
      })),
    };
  },
});

const none = {
  ...{ matches: 0, older: 0, differs: 0, silent: 0 },
  ...{ matchesSince: null, olderSince: null, differsSince: null },
};

const asked = { state: z.enum(listedStates).default('differs') };

/** Machines that differ, have an older release or are silent, those seen last first, a page at a time. */
export const readMachines = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({ ...asked, cursor: machineCursor.optional() }),
  output: z.object({ machines: z.array(machineView), cursor: z.string().nullable() }),
  async run({ ctx: { workspaceId, now }, db, input: { state, cursor: after = null } }) {
    const current = (await currentRelease(db, workspaceId))?.sha256 ?? '-';
    const found = await listMachines(db, { workspaceId, state, current, now, after, limit: pageSize + 1 });
    const machines = found.slice(0, pageSize);
    const last = machines.at(-1);
    return { machines, cursor: found.length > pageSize && last ? cursorBehind(last) : null };
  },
});

const csvHead = writeCsv(['machine', 'os', 'client', 'release', 'differing files', 'since', 'seen'], []);

const csvRow = ({ machine, os, client, release, differing, since, seen }: MachineView) =>
  csvLine([machine, os, client, release, differing.join(' '), since.toISOString(), seen.toISOString()]);

/** Every machine that stands so, as a CSV file. */
export const readMachinesCsv = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject(asked),
  output: csvFile,
  async run({ ctx: { workspaceId, now }, db, input: { state } }) {
    const current = (await currentRelease(db, workspaceId))?.sha256 ?? '-';
    const listed = { workspaceId, state, current, now, limit: csvPageSize };
    async function* chunks() {
      yield csvHead;
      for (let after: MachineView | undefined; ;) {
        const found = await listMachines(db, { ...listed, after: after ?? null });
        yield found.map(csvRow).join('');
        after = found.at(-1);
        if (found.length < csvPageSize) return;
      }
    }
    return { name: `machines-${state}.csv`, chunks: chunks() };
  },
});
