import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How processes are kept apart on this machine: the arguments of `unshare`. */
export type Isolation = { unshare: readonly string[]; ownNetwork: boolean };

const tryMount = 'mount -t tmpfs none /mnt && mount --rbind /mnt /etc';
const tryNetwork = `ip link set lo up && ${tryMount}`;

/** Root may take a namespace as it is; others, and roots without that right, by way of a user namespace. */
const ways: readonly (readonly string[])[] = [['-m', '-n'], ['-r', '-m', '-n'], ['-m'], ['-r', '-m']];

/** The closest way to keep a client apart that this machine allows. Throws where there is none. */
export async function findIsolation(): Promise<Isolation> {
  let refusal = '';
  for (const unshare of ways) {
    const ownNetwork = unshare.includes('-n');
    try {
      await run('unshare', [...unshare, 'sh', '-c', ownNetwork ? tryNetwork : tryMount], { timeout: 10_000 });
      return { unshare, ownNetwork };
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`this machine allows no mount namespace: ${refusal.trim()}`);
}
