import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';

const run = promisify(execFile);

const viewLimitMs = 60_000;
const packLimitMs = 15 * 60_000;

const integrityReply = z.string().startsWith('sha512-');
const packReply = z.array(z.looseObject({ filename: z.string(), integrity: z.string() })).length(1);

/** The package of a client version for this machine, as npm names it. */
const packageOf = (version: string) => `@openai/codex@${version}-linux-${process.arch}`;

/** npm with a cache of its own, so that nothing of a package stays behind elsewhere. */
const options = (part: string) => ['--cache', join(part, 'npm'), '--json', '--no-update-notifier'];

/** The SHA-512 that npm says the package of a version has, from the registry that npm is set up with. */
export async function askForPackage(version: string, part: string): Promise<Result<string, DomainError>> {
  const asked = ['view', packageOf(version), 'dist.integrity', ...options(part)];
  try {
    const { stdout } = await run('npm', asked, { cwd: part, timeout: viewLimitMs });
    const integrity = integrityReply.safeParse(stdout.trim() === '' ? null : JSON.parse(stdout));
    if (integrity.success) return ok(integrity.data);
    return err({ code: 'no_such_client', message: `npm knows no client ${version} for this server.` });
  } catch (error) {
    return err(failure(version, error));
  }
}

/** Fetches the package of a version into `part`; gives its path. npm holds it against the SHA-512 it knows. */
export async function fetchPackage(version: string, part: string): Promise<Result<string, DomainError>> {
  try {
    const asked = ['pack', packageOf(version), ...options(part)];
    const { stdout } = await run('npm', asked, { cwd: part, timeout: packLimitMs });
    const [packed] = packReply.parse(JSON.parse(stdout));
    return ok(join(part, packed?.filename ?? ''));
  } catch (error) {
    return err(failure(version, error));
  }
}

const npmError = z.looseObject({
  code: z.unknown(),
  stderr: z.string().optional(),
  killed: z.boolean().optional(),
});

function failure(version: string, error: unknown): DomainError {
  const { code, stderr = '', killed } = npmError.parse(error);
  if (code === 'ENOENT') {
    const message = 'There is no npm on this server. Upload the package instead.';
    return { code: 'no_npm', message };
  }
  if (killed) return { code: 'npm_slow', message: 'npm took too long. Try again, or upload the package.' };
  const known = /npm (?:error|ERR!) code (\w+)/.exec(stderr)?.[1] ?? 'unknown';
  const isUnknown = known === 'E404' || known === 'ETARGET';
  const message = isUnknown
    ? `npm knows no client ${version} for this server.`
    : `npm could not fetch it (${known}). Upload the package instead.`;
  return { code: isUnknown ? 'no_such_client' : 'npm_failed', message };
}
