/** One try at a job: the job's id in the queue, the time, and the folder for files. */
export type JobRun = { id: string; now: Date; dataDir: string };

/** A job: what a command left in the queue, done later. It may be tried again, so it must bear repetition. */
export type JobTask = (payload: unknown, run: JobRun) => Promise<void>;
