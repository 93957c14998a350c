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

/** Starts programs as somebody Postgres accepts, and prepares files for them. */
export function unprivileged(mode = findMode()) {
  return {
    mode,
    /**
     * Program, arguments and spawn options.
     * @param {string} program
     * @param {string[]} args
     */
    command(program, args) {
      if (mode === 'namespace')
        return { program: 'unshare', args: [...inNamespace, program, ...args], as: {} };
      return { program, args, as: mode === 'nobody' ? { uid: nobody, gid: nobody } : {} };
    },
    /**
     * Hands a file or folder to whoever runs the programs.
     * @param {string} file
     */
    give(file) {
      if (mode === 'nobody') fs.chownSync(file, nobody, nobody);
    },
    /**
     * Lets whoever runs the programs pass through a folder, without letting them look into it.
     * @param {string} folder
     */
    letThrough(folder) {
      if (mode === 'nobody') fs.chmodSync(folder, 0o711);
    },
  };
}
