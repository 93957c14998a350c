// Where the project lies, and the environment its tools run in.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Absolute path of something inside the project.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Folder of everything that belongs to this installation: database, secrets, dumps, outbox. */
export const dataDir = path.resolve(root, process.env.SLIPWAY_DATA_DIR ?? '.data');

/**
 * Settings that keep every tool quiet and at home.
 *
 * Prisma's command line asks for a schema engine that it downloads; `generate` never runs it, any
 * executable satisfies the check.
 */
export const toolEnv = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  NO_UPDATE_NOTIFIER: '1',
};

/**
 * Arguments that start a package's command with this Node, without npm or a shell in between.
 * @param {string} file path below node_modules
 * @param {...string} args
 */
export const nodeModule = (file, ...args) => [inRoot('node_modules', file), ...args];
