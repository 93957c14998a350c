import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll } from 'vitest';
import type { BundleSource } from '#lib/domain/bundles/bundle';
import { bundleArchive } from '#lib/domain/bundles/bundle-files';

/** What tests of bundles begin with. */

/** SHA-256 in hex. */
export const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
/** A path with everything in it that a script could take for its own. */
export const hostile = 'skills/it\'s $HOME "q" %x% `id`/SKILL.md';

/** A release whose names and texts are as bad as they may be. */
export const source: BundleSource = {
  workspace: { name: 'Ac"me\' $(id) %PATH% `id`\n# end', slug: 'acme' },
  machineSalt: digest('salt'),
  number: 3,
  sha256: digest('content'),
  files: [
    { path: 'requirements.toml', text: 'allowed_sandbox_modes = ["read-only"]\n' },
    { path: 'managed_config.toml', text: 'web_search = "disabled" # ünï, “quoted” & <b>\n' },
    { path: 'config.toml', text: '' },
    { path: 'rules/default.rules', text: "END_OF_FILE\n$(touch owned) `touch owned` '\\\n" },
    { path: hostile, text: '---\nname: x\ndescription: y\n---\n' },
  ],
  exceptions: [{ kind: 'not_certified', reason: 'No client is at hand.' }],
  certificates: [],
};

const folders: string[] = [];
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

/** A folder that goes with the test file. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'slipway bundle '));
  folders.push(made);
  return made;
}

/** Unpacks an archive; gives the folder. */
export function unpacked(name: Parameters<typeof bundleArchive>[0], of = source): string {
  const into = folder();
  for (const [path, bytes] of Object.entries(unzipSync(bundleArchive(name, of, digest)))) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), bytes);
  }
  return into;
}

/** Every file below a folder with its mode and its text; folders with their modes. */
export function treeOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const found = statSync(join(root, name));
      const mode = (found.mode & 0o777).toString(8);
      return [name, found.isDirectory() ? mode : `${mode} ${readFileSync(join(root, name), 'utf8')}`];
    }),
  );
}

/** Whether a program is on this machine. */
export const isThere = (shell: readonly string[]) =>
  spawnSync(shell[0] ?? '', ['--help']).error === undefined;
