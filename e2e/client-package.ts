import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installClient } from '#test/oracle/install';

const run = promisify(execFile);

/** The package of a client as npm packs it, with what it takes to ask it; gives the path of its file in `folder`. */
export async function packClient(
  folder: string,
  version?: Parameters<typeof installClient>[0],
): Promise<string> {
  const vendor = join(await installClient(version), '../../../..');
  const file = join(folder, `openai-codex-${version ?? 'newest'}.tgz`);
  const names = ['bin/codex', 'codex-resources/bwrap'].map((name) => `vendor/*/${name}`).join(' ');
  const rename = `--transform 's,^,package/,'`;
  await run('sh', ['-c', `tar -c --format=ustar ${rename} ${names} | gzip -1 > ${file}`], { cwd: vendor });
  return file;
}
