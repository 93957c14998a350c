// The build that tests, the bench and the pictures share, in a folder of its own beside that of npm start.
import path from 'node:path';
import { withLock } from './lock.mjs';
import { dataDir } from './project.mjs';

/** Folder of the build, in the project's root. */
export const testDistDir = '.next-test';

/**
 * Runs what serves the build, one at a time per folder: a build must not be replaced under a running
 * server.
 * @template T
 * @param {() => Promise<T>} work
 */
export const aloneWithTestBuild = (work) =>
  withLock(path.join(dataDir, 'e2e.lock'), work, { withinMs: 1_800_000 });
