import { makeVersion } from '#lib/commands/config-versions/make-version';
import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { setConfiguration } from '#lib/commands/configuration/set-configuration';
import type { Context } from '#lib/domain/context';
import type { Receipt } from '#lib/domain/receipts/receipt';
import { readVersion } from '#lib/queries/config-versions';
import { arrange, type Scene } from './arrange';

const reasons = { withoutCertificate: 'No client is at hand.', withoutApproval: 'I am alone here.' };

/** Releases what is wanted after `preset` was chosen, by the workspace's only member; gives the version's number. */
export async function release(ctx: Context, preset: string, before: number): Promise<number> {
  await setConfiguration(ctx, { preset, version: before });
  const made = await makeVersion(ctx, { from: 'draft', note: `The ${preset} baseline.`, version: before });
  if (!made.ok) throw new Error(made.error.message);
  const released = await releaseVersion(ctx, { number: made.value.number, ...reasons });
  if (!released.ok) throw new Error(released.error.message);
  return made.value.number;
}

/** A receipt of a machine that has a version as it was released. */
export async function receiptOf(ctx: Context, number: number, machine: string): Promise<Receipt> {
  const version = await readVersion(ctx, { number });
  if (!version) throw new Error(`there is no version ${String(number)}`);
  return {
    ...{ receipt: 1, release: number, content: version.sha256, os: 'linux' },
    ...{ machine: machine.repeat(64).slice(0, 64), client: '0.169.0' },
    files: Object.fromEntries(version.files.map(({ path, sha256 }) => [path, sha256])),
    enforced: { allowedSandboxModes: ['read-only'] },
  };
}

/** A workspace with its first release, by its only member. */
export async function shipped(): Promise<Scene> {
  const scene = await arrange();
  await release(scene.ctx, 'standard', 0);
  return scene;
}
