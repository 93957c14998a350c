import 'server-only';
import { certify } from './certify';
import { clearOldClients, runFetchClient } from './fetch-client';
import { fetchEgress } from './fetch-egress';
import type { JobTask } from './job';
import { clearOldImports, runImport } from './run-import';
import { sendMail } from './send-mail';

/** Every job by the name under which commands leave it. */
export const tasks: Readonly<Record<string, JobTask>> = {
  'send-mail': sendMail,
  'fetch-egress': (payload, run) => fetchEgress(payload, run),
  'run-import': runImport,
  'clear-imports': clearOldImports,
  'fetch-client': runFetchClient,
  'clear-clients': clearOldClients,
  certify,
};

/**
 * Jobs that come by the clock, in the queue's crontab (UTC). The queue keeps in the database what it has
 * added, so a restart and a second process add none twice.
 */
export const crontab = '17 * * * * fetch-egress\n37 * * * * clear-imports\n47 * * * * clear-clients';
