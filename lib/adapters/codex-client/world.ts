import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { fakeModel } from './fake-model';
import type { Isolation } from './isolation';

/** Text or bytes of one file. */
export type Content = string | Uint8Array;

/** The files a client finds. What is left out does not exist. */
export type Files = {
  /** /etc/codex/requirements.toml */
  requirements?: Content;
  /** /etc/codex/managed_config.toml */
  managedConfig?: Content;
  /** /etc/codex/config.toml */
  systemConfig?: Content;
  /** config.toml of the user */
  userConfig?: Content;
  /** Further files of /etc/codex, by their paths in it */
  codexFolder?: Readonly<Record<string, Content>>;
  /** Files of the repository that the client works in, by their paths in it; the user trusts it */
  repository?: Readonly<Record<string, Content>>;
};

/** What a world is made with: the client's binary, how it is kept apart, and the folder that worlds stand in. */
export type Reach = { binary: string; isolation: Isolation; worlds: string };

/** A client's process; its standard streams are pipes. */
export type Client = ChildProcessByStdio<Writable, Readable, Readable>;

/** A machine of its own for one client: its /etc, its home, its working folder. */
export type World = {
  /** The working folder. */
  work: string;
  /** Starts the client with these arguments. */
  start(args: readonly string[], options?: { withModel: boolean }): Client;
  /** Lets the model ask for this command in each turn from now on. */
  letModelRun(command: string): Promise<void>;
  /** What the client asked the model last, once; null where it asked nothing since. */
  takeModelRequest(): Promise<unknown>;
  /** Ends every process of the world and removes its folder. */
  remove(): Promise<void>;
};

const prefix = 'world-';

/** Most of the address space that a client may take; it starts in a quarter of that. */
const memoryKib = 8 * 1024 * 1024;

/** Where a client and what it starts look for programs: those of the system, whatever the server's own path. */
const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin';

const fromHost = ['passwd', 'group', 'hosts', 'nsswitch.conf', 'ld.so.cache'];

/** The port 9 (discard) has no listener: where the network cannot be taken away, nothing gets out by it. */
const nowhere = 'http://127.0.0.1:9';

/** $1 is the client; the rest are its arguments. PORT in them becomes the port of the model. */
const script = `
set -e
client=$1
shift
if [ "$OWN_NETWORK" = yes ]; then ip link set lo up; fi
if [ -n "$MODEL" ]; then
  "$NODE" "$WORLD/model.mjs" "$WORLD" </dev/null >/dev/null 2>&1 &
  until [ -s "$WORLD/port" ]; do sleep 0.02; done
  port=$(cat "$WORLD/port")
  set -- -c "model_providers.oracle.base_url=\\"http://127.0.0.1:$port/v1\\"" "$@"
fi
ulimit -v "$MEMORY_KIB" 2>/dev/null || true
mount --rbind "$WORLD/etc" /etc
cd "$WORLD/work"
exec "$client" "$@"
`;

const alive = new Set<string>();
process.on('exit', () => alive.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A fresh world with these files. */
export async function makeWorld({ binary, isolation, worlds }: Reach, files: Files): Promise<World> {
  await mkdir(worlds, { recursive: true });
  const folder = await mkdtemp(join(resolve(worlds), prefix));
  alive.add(folder);
  await furnish(folder, files);
  const clients = new Set<Client>();
  return {
    work: join(folder, 'work'),
    start(args, { withModel } = { withModel: false }) {
      const client = spawn('unshare', [...isolation.unshare, 'sh', '-c', script, 'sh', binary, ...args], {
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
        env: surroundings(folder, isolation, withModel),
      });
      client.stdin.on('error', () => undefined);
      clients.add(client);
      return client;
    },
    letModelRun: (command) => writeFile(join(folder, 'command'), command),
    async takeModelRequest() {
      const path = join(folder, 'request.json');
      const text = await readFile(path, 'utf8').catch(() => null);
      await rm(path, { force: true });
      return text === null ? null : JSON.parse(text);
    },
    async remove() {
      clients.forEach(endGroup);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      alive.delete(folder);
    },
  };
}

function surroundings(folder: string, isolation: Isolation, withModel: boolean): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    PATH: path,
    LANG: 'C.UTF-8',
    HOME: join(folder, 'home'),
    CODEX_HOME: join(folder, 'home', '.codex'),
    TMPDIR: join(folder, 'tmp'),
    SSL_CERT_FILE: join(folder, 'etc', 'ssl', 'certs', 'ca-certificates.crt'),
    WORLD: folder,
    NODE: process.execPath,
    MODEL: withModel ? 'yes' : '',
    MEMORY_KIB: String(memoryKib),
    OWN_NETWORK: isolation.ownNetwork ? 'yes' : 'no',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ALL_PROXY: nowhere,
    NO_PROXY: '127.0.0.1',
  };
}

async function furnish(folder: string, files: Files): Promise<void> {
  const etc = join(folder, 'etc');
  for (const inner of ['etc/codex', 'etc/ssl/certs', 'home/.codex', 'tmp', 'work']) {
    await mkdir(join(folder, inner), { recursive: true });
  }
  for (const name of fromHost) {
    if (existsSync(join('/etc', name))) await copyFile(join('/etc', name), join(etc, name));
  }
  // Without any root certificate a client with an OTLP exporter over gRPC does not start.
  await writeFile(join(etc, 'ssl/certs/ca-certificates.crt'), `${rootCertificates[0] ?? ''}\n`);
  const places: readonly [Content | undefined, string][] = [
    [files.requirements, join(etc, 'codex/requirements.toml')],
    [files.managedConfig, join(etc, 'codex/managed_config.toml')],
    [files.systemConfig, join(etc, 'codex/config.toml')],
    [fakeModel, join(folder, 'model.mjs')],
    [userConfigOf(folder, files), join(folder, 'home/.codex/config.toml')],
    ...placed(files.codexFolder, join(etc, 'codex')),
    ...placed(files.repository, join(folder, 'work')),
  ];
  for (const [content, path] of places) {
    if (content === undefined) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

const placed = (contents: Readonly<Record<string, Content>> | undefined, folder: string) =>
  Object.entries(contents ?? {}).map(([path, content]): [Content, string] => [content, join(folder, path)]);

/** The user's config.toml; a repository counts only once the user trusts its folder. */
function userConfigOf(folder: string, { userConfig, repository }: Files): Content | undefined {
  if (!repository) return userConfig;
  return `${String(userConfig ?? '')}\n[projects.${JSON.stringify(join(folder, 'work'))}]\ntrust_level = "trusted"\n`;
}

/** Ends a client and whatever it started: each was started as the head of its own process group. */
function endGroup(client: Client): void {
  if (client.pid === undefined) return;
  try {
    process.kill(-client.pid, 'SIGKILL');
  } catch {
    // The group has already ended.
  }
}

/** Removes the worlds in a folder that are older than `ageMs`: whatever made them was killed. */
export async function removeLeftWorlds(worlds: string, ageMs: number): Promise<void> {
  for (const name of await readdir(worlds).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const found = await stat(join(worlds, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > ageMs) {
      await rm(join(worlds, name), { recursive: true, force: true });
    }
  }
}
