import 'server-only';
import { env } from './env';
import { startJobs } from './job-runner';
import { startRequestLog } from './request-log';
import { prepareInstallation } from './start-up';

/** Starts what runs beside the pages: the request log, the first installation, the job queue. */
export async function start(): Promise<void> {
  try {
    env();
    startRequestLog();
    await prepareInstallation();
  } catch (thrown) {
    // One sentence for whoever started us; a stack trace would bury it.
    process.stderr.write(`Slipway cannot start. ${thrown instanceof Error ? thrown.message : ''}\n`);
    process.exit(1);
  }
  const jobs = startJobs();
  const stop = () => void jobs.stop();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
