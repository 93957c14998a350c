import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sumOfFile } from '#lib/adapters/codex-client/client-folder';
import { wantedTarget } from '#lib/adapters/codex-client/unpack-client';

/** A package as the registry lists it: its tarball, and its SHA-512 unless what is said of it differs. */
export type ListedPackage = { tarball: string; integrity: string };

/** A registry on this machine that answers npm about the client, and nothing else. */
export type NpmRegistry = { address: string; close: () => Promise<void> };

/** Serves a package for each client version of `listed`, for this machine's platform. */
export async function openNpmRegistry(listed: Readonly<Record<string, ListedPackage>>): Promise<NpmRegistry> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const asked = listed[/^\/client-(.+)\.tgz$/.exec(path)?.[1] ?? ''];
    if (asked) {
      pipeline(createReadStream(asked.tarball), response).catch(() => response.destroy());
      return;
    }
    const isKnown = path === '/@openai/codex';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? described(listed, addressOf(server)) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: addressOf(server), close };
}

function addressOf(server: Server): string {
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? String(bound.port) : ''}`;
}

function described(listed: Readonly<Record<string, ListedPackage>>, address: string) {
  const name = '@openai/codex';
  const versions = Object.entries(listed).map(([client, { integrity }]) => {
    const version = `${client}-linux-${process.arch}`;
    return [version, { name, version, dist: { integrity, tarball: `${address}/client-${client}.tgz` } }];
  });
  return { name, 'dist-tags': {}, versions: Object.fromEntries(versions) as unknown };
}

/** An npm tarball that holds nothing but `binary`, in the place of the client for this machine. */
export async function packBinary(folder: string, binary: string): Promise<ListedPackage> {
  const home = await mkdtemp(join(folder, 'package-'));
  const bin = join(home, 'package', 'vendor', wantedTarget() ?? '', 'bin');
  await mkdir(bin, { recursive: true });
  await link(binary, join(bin, 'codex')).catch(() => copyFile(binary, join(bin, 'codex')));
  const tarball = join(home, 'client.tgz');
  const tar = spawn('tar', ['-cf', '-', '-C', home, 'package'], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Nobody sends it anywhere: not to compress it saves more time than its size costs.
  await pipeline(tar.stdout, createGzip({ level: 0 }), createWriteStream(tarball));
  return { tarball, integrity: `sha512-${await sumOfFile(tarball, 'sha512', 'base64')}` };
}
