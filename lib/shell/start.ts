import 'server-only';
import { env } from './env';
import { startJobs } from './job-runner';
import { startRequestLog } from './request-log';
import { prepareInstallation } from './start-up';

/** Starts what runs beside the pages: the request log, the first installation, the job queue. */
export async function start(): Promise<void> {
  env();
  startRequestLog();
  await prepareInstallation();
  const jobs = startJobs();
  const stop = () => void jobs.stop();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
