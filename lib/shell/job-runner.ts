import 'server-only';
import { EventEmitter } from 'node:events';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { recordHeartbeats, unlockOrphans } from '#lib/commands/workers/keep-queue';
import { crontab, tasks } from '#lib/jobs/tasks';
import { env } from './env';
import { log } from './log';
import { systemContext } from './visitor-context';

const concurrentJobs = 2;
const firstBeatAfterMs = 1_000;
const heartbeatEveryMs = 10_000;
const restartAfterMs = 5_000;
const failuresBeforeRestart = 4;
const orphansEveryMs = 60_000;

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log('queue', { level, message });
});

function taskList(): TaskList {
  const { SLIPWAY_DATA_DIR: dataDir } = env();
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload, { job }) => {
        const start = performance.now();
        const outcome = { job: name, jobId: job.id, attempt: job.attempts };
        try {
          await task(payload, { id: job.id, now: new Date(), dataDir });
          log('job', { ...outcome, status: 'done', ms: Math.round(performance.now() - start) });
        } catch (thrown) {
          const error = thrown instanceof Error ? thrown.name : 'unknown';
          log('job', { ...outcome, status: 'failed', error, ms: Math.round(performance.now() - start) });
          throw thrown;
        }
      },
    ]),
  );
}

/** The queue's upkeep goes on when the database was away for a moment; this leaves a line about it. */
function noteTrouble(thrown: unknown): void {
  log('queue', { level: 'warning', message: thrown instanceof Error ? thrown.name : 'unknown' });
}

/**
 * Calls `restart` when workers fail again and again to fetch a job.
 *
 * The queue (0.17) keeps what its very first question to the database was answered, a failure too, and then
 * never fetches a job again.
 */
function watchFetching(events: WorkerEvents, restart: () => void): void {
  let failures = 0;
  const isWell = () => (failures = 0);
  events.on('worker:getJob:empty', isWell);
  events.on('job:start', isWell);
  events.on('worker:getJob:error', () => {
    failures += 1;
    if (failures < failuresBeforeRestart) return;
    failures = 0;
    restart();
  });
}

/** The job queue of this process. */
export type JobQueue = { stop: () => Promise<void> };

/**
 * Starts the job queue in this process: workers, their sign of life, and care for orphaned jobs. Workers that
 * end because the database was away are started again.
 */
export function startJobs(): JobQueue {
  // The queue locks a job in the name of the pool that works on it.
  const workerIds = new Set<string>();
  const events = new EventEmitter() as WorkerEvents; // safe because the queue emits only its own events on it
  events.on('pool:create', ({ workerPool }) => workerIds.add(workerPool.id));
  events.on('pool:release', ({ workerPool }) => workerIds.delete(workerPool.id));

  let runner: Runner | null = null;
  let isStopping = false;
  const work = async () => {
    runner = await run({
      connectionString: env().DATABASE_URL,
      maxPoolSize: concurrentJobs + 2,
      concurrency: concurrentJobs,
      noHandleSignals: true,
      logger: quiet,
      events,
      taskList: taskList(),
      crontab,
    });
    await runner.promise;
  };
  const again = () => {
    if (!isStopping) setTimeout(keepWorking, restartAfterMs).unref();
  };
  const keepWorking = () => void work().catch(noteTrouble).finally(again);
  watchFetching(events, () => void runner?.stop().catch(noteTrouble));
  keepWorking();

  const beat = () =>
    void recordHeartbeats(systemContext('job'), { workerIds: [...workerIds] }).catch(noteTrouble);
  const unlock = () => void unlockOrphans(systemContext('job'), {}).catch(noteTrouble);
  setTimeout(beat, firstBeatAfterMs).unref();
  unlock();
  const timers = [setInterval(beat, heartbeatEveryMs), setInterval(unlock, orphansEveryMs)];
  for (const timer of timers) timer.unref();

  return {
    async stop() {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await runner?.stop().catch(noteTrouble);
    },
  };
}
