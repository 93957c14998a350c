import { isPolicyPath } from '#lib/domain/config-policies/policy-files';
import { isOutOfLine, type KeyOutcome, type KeyResult } from './certificate';
import type { CertificateStanding } from './run';
import type { CertificateWord } from './standings';

/** Whether files are certified, as their page says it. */
export const certificateSentences: Readonly<Record<CertificateWord, string>> = {
  certified: 'Certified by the real client',
  differs: 'Not taken as intended by a client',
  running: 'Clients are being asked',
  not_certified: 'Not certified',
};

/** What became of a key, in the words of a table. */
export const outcomeWords: Readonly<Record<KeyOutcome, string>> = {
  as_intended: 'As intended',
  replaced: 'Replaced by a fallback',
  ignored: 'Ignored',
  refused: 'Refused',
  not_observable: 'Not observable',
};

/** Which end of the fleet a client is, in words. */
export const roleWords: Readonly<Record<NonNullable<CertificateStanding['role']>, string>> = {
  oldest: 'oldest of the fleet',
  newest: 'newest of the fleet',
  both: 'oldest and newest of the fleet',
};

/** How a client stands to files, in words: never "ok" where it was not asked. */
export function standingWords({ state, certificate, isAtHand }: CertificateStanding): string {
  if (certificate) return certificate.verdict === 'as_intended' ? 'As intended' : 'Not as intended';
  if (state === 'queued') return 'Waiting for its turn';
  if (state === 'running') return 'Being asked';
  if (state === 'failed') return 'Could not be asked';
  return isAtHand ? 'Not asked' : 'Not at hand';
}

const refusals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    not_a_certificate: 'This is no certificate that npm run certify wrote.',
    other_content: 'It is about other files than this version holds.',
    certified_here: 'This server has asked that client itself.',
    released_already: 'This version has been released: its certificates stay as they are.',
    no_file: 'Choose the certificate first.',
    forbidden: 'Your app role may not add certificates.',
    not_a_package: 'This is no package of the client for this server.',
    no_client: 'What is in the package does not answer as the client does.',
    no_isolation: 'Clients cannot be kept apart on this server.',
    no_client_here: 'Clients are run on Linux, x64 and arm64, only.',
    client_on_its_way: 'This version is on its way from npm.',
    too_large: 'The file is too large.',
    upload_broken: 'The file did not arrive whole. Send it again.',
  }),
);

/** Why a file was not taken, for a page that only knows the code. */
export const fileRefusalWords = (code: string): string =>
  refusals.get(code) ?? 'The file could not be taken. Nothing was changed; try again.';

const keyWords = ({ key, file }: KeyResult) => (isPolicyPath(file) && key ? `${key} (${file})` : key || file);

/** What stands beside the word of a draft: which keys are not as intended on which client, or why nothing is known. */
export function differingWords(word: CertificateWord, standings: readonly CertificateStanding[]): string {
  if (word === 'certified') return 'As it stands, by the oldest and the newest client of the fleet.';
  if (word === 'running') return 'The answer comes by itself.';
  if (word === 'not_certified') {
    return standings.some(({ isAtHand }) => isAtHand)
      ? 'The fleet’s oldest and newest client were not both asked about the draft.'
      : 'No client is at hand to be asked. Get one in Settings.';
  }
  return standings
    .flatMap(({ client, certificate }) => {
      const keys = (certificate?.results ?? []).filter(isOutOfLine).map(keyWords);
      return keys.length > 0 ? [`${client}: ${keys.join(', ')}.`] : [];
    })
    .join(' ');
}
