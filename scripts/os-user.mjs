// Postgres refuses to run as root. This finds somebody else to be.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const nobody = 65534;
const inNamespace = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`];

const namespacesAllowed = () => spawnSync('unshare', [...inNamespace, 'true']).status === 0;

/**
 * How Postgres's programs are started here.
 *
 * - `plain`: as a normal user.
 * - `namespace`: as root, in a user namespace that shows root as nobody. Files stay root's, so it
 *   works below a folder that only root may enter.
 * - `nobody`: as root where namespaces are forbidden (many containers). The files are nobody's, and
 *   the folders above must let nobody through.
 * @returns {'plain' | 'namespace' | 'nobody'}
 */
function findMode() {
  if (process.getuid?.() !== 0) return 'plain';
  return namespacesAllowed() ? 'namespace' : 'nobody';
}

/**
 * @typedef {object} User somebody Postgres accepts
 * @property {'plain' | 'namespace' | 'nobody'} mode
 * @property {(program: string, args: string[]) => Command} command how to start a program as that user
 * @property {(file: string) => void} give hands over a file or folder
 * @property {(folder: string) => void} letThrough lets the user pass through a folder, not look into it
 *
 * @typedef {{ program: string, args: string[], as: { uid?: number, gid?: number } }} Command
 */

/**
 * The user Postgres's programs run as.
 * @returns {User}
 */
export function unprivileged(mode = findMode()) {
  return {
    mode,
    command(program, args) {
      if (mode === 'namespace')
        return { program: 'unshare', args: [...inNamespace, program, ...args], as: {} };
      return { program, args, as: mode === 'nobody' ? { uid: nobody, gid: nobody } : {} };
    },
    give(file) {
      if (mode === 'nobody') fs.chownSync(file, nobody, nobody);
    },
    letThrough(folder) {
      if (mode === 'nobody') fs.chmodSync(folder, 0o711);
    },
  };
}
