import type { ClientAnswer } from '#lib/domain/certificates/client-answer';
import { askedFiles } from '#lib/domain/certificates/asked-files';
import { triedServers } from '#lib/domain/certificates/tried-servers';
import { withoutPrograms } from '#lib/domain/certificates/without-programs';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { err, ok, type DomainError, type Result } from '#lib/domain/result';
import { askClient } from './ask-client';
import { textOf } from './conversation';
import { findIsolation } from './isolation';
import type { Reach } from './world';

/**
 * What a client makes of the files of a version, asked once for each of `askedFiles`, in that order. Fails with `no_isolation` and `client_silent`, in words.
 */
export async function certifyFiles(
  { binary, worlds }: Omit<Reach, 'isolation'>,
  files: readonly VersionFile[],
): Promise<Result<ClientAnswer[], DomainError>> {
  const isolation = await findIsolation().catch(textOf);
  if (typeof isolation === 'string') {
    const message = `Clients cannot be kept apart here: ${isolation}. Use npm run certify on a Linux machine.`;
    return err({ code: 'no_isolation', message });
  }
  const answers: ClientAnswer[] = [];
  try {
    for (const { files: laid } of askedFiles(files)) {
      const question = { files: laid, withoutPrograms: withoutPrograms(laid), servers: triedServers(laid) };
      answers.push(await askClient({ binary, isolation, worlds }, question));
    }
    return ok(answers);
  } catch (error) {
    return err({ code: 'client_silent', message: `The client could not be asked: ${textOf(error)}` });
  }
}
