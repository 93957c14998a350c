import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { certifyFiles } from '#lib/adapters/codex-client/certify-files';
import { cachedClient, clientAt, type ClientHere } from '#lib/adapters/codex-client/client-cache';
import { worldsIn } from '#lib/adapters/codex-client/client-folder';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { isOutOfLine, verdictOf, type KeyResult } from '#lib/domain/certificates/certificate';
import { outcomeWords } from '#lib/domain/certificates/certificate-words';
import { judgeAll } from '#lib/domain/certificates/judge';
import { certificateFile } from '#lib/domain/certificates/uploaded';
import { isVersionFile, unzipVersion } from '#lib/domain/certificates/version-zip';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import type { DomainError, Result } from '#lib/domain/result';

const usage = `Use: npm run certify -- FILE… [--client VERSION | --binary PATH] [--out FILE]

Asks a Codex client what it makes of the files of a version: a folder, a release.zip, or single files such as
requirements.toml. The client is fetched with npm once and kept in the cache, or given as a binary.
`;

const cache = join(homedir(), '.cache', 'slipway');
const sum = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function valueOf<T>(result: Result<T, DomainError>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The files of a version in a folder, in a zip, or in one file of its name. */
async function filesIn(path: string): Promise<VersionFile[]> {
  if (path.endsWith('.zip')) return unzipVersion(await readFile(path));
  if (!(await stat(path)).isDirectory())
    return [{ path: basename(path), text: await readFile(path, 'utf8') }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const wanted = paths.filter((one) => isVersionFile(relative(path, one)));
  return Promise.all(
    wanted.map(async (one) => ({ path: relative(path, one), text: await readFile(one, 'utf8') })),
  );
}

/** The results as a table, what is not as intended first. */
function tableOf(results: readonly KeyResult[]): string {
  const inOrder = [...results.filter(isOutOfLine), ...results.filter((one) => !isOutOfLine(one))];
  const rows = inOrder.map(({ file, key, line, outcome, message }) => [
    outcomeWords[outcome],
    line === null ? file : `${file}:${String(line)}`,
    key || 'the whole file',
    message.split('\n')[0] ?? '',
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0), 0));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function certify(files: VersionFile[], { binary, version, sha256 }: ClientHere, out: string) {
  const answers = valueOf(await certifyFiles({ binary, worlds: worldsIn(cache) }, files));
  const results = judgeAll(files, answers, { client: version, newest: newestClient }, keyCatalogue);
  const verdict = verdictOf(results);
  const written = certificateFile.parse({
    ...{ format: 'slipway-certificate-1', client: version, clientSha256: sha256, verdict },
    at: new Date().toISOString(),
    files: Object.fromEntries(files.map(({ path, text }) => [path, sum(text)])),
    results,
  });
  await writeFile(out, `${JSON.stringify(written, null, 2)}\n`);
  const word = verdict === 'as_intended' ? 'takes them as intended' : 'does not take them as intended';
  process.stdout.write(`${tableOf(results)}\n\nCodex ${version} ${word}. Written to ${out}.\n`);
  return verdict === 'as_intended' ? 0 : 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { client: { type: 'string' }, binary: { type: 'string' }, out: { type: 'string' } },
  });
  const files = (await Promise.all(positionals.map(filesIn))).flat();
  if (files.length === 0) throw new Error(usage);
  const asked =
    values.binary === undefined
      ? await cachedClient(cache, values.client ?? newestClient)
      : await clientAt(cache, values.binary);
  const client = valueOf(asked);
  return certify(files, client, values.out ?? `certificate-${client.version}.json`);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});
