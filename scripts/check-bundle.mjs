// What a browser is given: nothing of the server, and no more than a page may weigh.
// By hand: node scripts/check-bundle.mjs [folder of the build]
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { root } from './project.mjs';
import { say } from './stage.mjs';

/** Words that stand in server code only. The last is what `server-only` becomes in a browser's bundle. */
const serverMarkers = [
  'DATABASE_URL',
  'AUTH_SECRET',
  'SLIPWAY_BOOTSTRAP_',
  'PrismaClient',
  'PrismaPg',
  'SCRAM-SHA-256',
  'postgresql://',
  'graphile',
  'nodemailer',
  'scrypt',
  'node:crypto',
  'passwordHash',
  'tokenHash',
  'cannot be imported from a Client Component module',
];

/**
 * First-load JavaScript of the bare app in `bench/floor`, in bytes after gzip, with Next 16.4.5 and
 * React 19.3.1. `npm run bench` measures it again and prints it.
 */
const floorBytes = 135_353;

/** What a page may add to the floor, and how much style it may have; 1 KB = 1000 bytes. */
const budget = { js: floorBytes + 60_000, css: 20_000 };

/** @typedef {{ page: string, js: number, css: number }} PageSize */

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/**
 * One line for each file of the browser's that holds a server marker or gives our sources away.
 * @param {string} folder of the build's static files
 */
export function serverTraces(folder) {
  return filesBelow(folder).flatMap((file) => {
    const name = path.relative(folder, file);
    if (name.endsWith('.map')) return [`${name} is a source map.`];
    const text = fs.readFileSync(file, 'utf8');
    return serverMarkers
      .filter((marker) => text.includes(marker))
      .map((marker) => `${name} holds “${marker}”.`);
  });
}

/**
 * The scripts and styles a page's client reference manifest names.
 * @param {string} file
 */
function filesOfPage(file) {
  /** @type {Record<string, any>} Next's own, which no types describe */
  const context = {};
  vm.runInNewContext(fs.readFileSync(file, 'utf8'), context);
  const [[page, manifest] = ['', {}]] = Object.entries(context.__RSC_MANIFEST ?? {});
  const modules = Object.values(manifest.clientModules ?? {}).flatMap(({ chunks }) => chunks);
  const scripts = [...modules, ...Object.values(manifest.entryJSFiles ?? {}).flat()];
  /** @type {{ path: string }[]} */
  const sheets = Object.values(manifest.entryCSSFiles ?? {}).flat();
  const styles = sheets.map((sheet) => sheet.path);
  return { page: page.replace(/\/page$/, '') || '/', scripts, styles };
}

/**
 * First-load JavaScript and CSS of every page, in bytes after gzip, the heaviest first.
 * @param {string} dist folder of the build
 * @returns {PageSize[]}
 */
export function pageSizes(dist) {
  const { rootMainFiles } = JSON.parse(fs.readFileSync(path.join(dist, 'build-manifest.json'), 'utf8'));
  /** @type {Map<string, number>} */
  const known = new Map();
  const sizeOf = (/** @type {string} */ name) => {
    const size = known.get(name) ?? gzipSync(fs.readFileSync(path.join(dist, name))).length;
    known.set(name, size);
    return size;
  };
  const total = (/** @type {string[]} */ names) => {
    const files = new Set(names.map((name) => name.replace(/^\/_next\//, '')));
    return [...files].reduce((sum, name) => sum + sizeOf(name), 0);
  };
  return filesBelow(path.join(dist, 'server', 'app'))
    .filter((file) => path.basename(file) === 'page_client-reference-manifest.js')
    .map(filesOfPage)
    .map(({ page, scripts, styles }) => ({
      page,
      js: total([...rootMainFiles, ...scripts]),
      css: total(styles),
    }))
    .sort((a, b) => b.js - a.js);
}

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** @param {PageSize} size */
const tooHeavy = ({ page, js, css }) => [
  ...(js > budget.js
    ? [`${page} loads ${kilobytes(js)} of JavaScript; ${kilobytes(budget.js)} is allowed.`]
    : []),
  ...(css > budget.css
    ? [`${page} loads ${kilobytes(css)} of CSS; ${kilobytes(budget.css)} is allowed.`]
    : []),
];

/**
 * Checks a production build. Throws with every fault; gives what the heaviest page loads, as text.
 * @param {string} dist folder of the build, absolute
 */
export function checkBundle(dist) {
  const sizes = pageSizes(dist);
  const [heaviest] = sizes;
  if (!heaviest) throw new Error(`There is no page in ${dist}.`);
  const faults = [...serverTraces(path.join(dist, 'static')), ...sizes.flatMap(tooHeavy)];
  if (faults.length > 0) throw new Error(['The bundle is not fit for a browser:', ...faults].join('\n'));
  const extra = kilobytes(heaviest.js - floorBytes);
  return `heaviest page ${heaviest.page}: floor + ${extra} of JavaScript, ${kilobytes(heaviest.css)} of CSS`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = path.resolve(root, process.argv[2] ?? '.next');
  for (const { page, js, css } of pageSizes(dist)) {
    say(`${page.padEnd(36)}JavaScript ${kilobytes(js).padStart(9)}   CSS ${kilobytes(css).padStart(8)}`);
  }
  say(checkBundle(dist));
}
