import 'server-only';
import { z } from 'zod';
import { loadReport } from '#lib/data/load-report';
import { readTogether } from '#lib/data/transact';
import { reportCsv } from '#lib/domain/report/report-csv';
import { reportView } from '#lib/domain/report/report-view';
import { defineQuery } from './define-query';
import { sha256 } from '#lib/data/sha256';

/** The report of the workspace as it is now. */
export const readReport = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: reportView,
  async run({ ctx }) {
    return (await readTogether((tx) => loadReport(ctx, tx))).report;
  },
});

/** The report of the workspace as it is now, as a CSV file. */
export const readReportCsv = defineQuery({
  capability: 'rollout.read',
  input: z.strictObject({}),
  output: z.object({ name: z.string(), text: z.string(), sha256: z.string() }),
  async run({ ctx }) {
    const { report } = await readTogether((tx) => loadReport(ctx, tx));
    const text = reportCsv(report);
    const { workspace, today } = report;
    return {
      name: `slipway-report-${workspace.slug}-${today}.csv`,
      text,
      sha256: sha256(text),
    };
  },
});
