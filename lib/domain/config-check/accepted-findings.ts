import type { Acceptable } from '#lib/domain/acceptances/acceptable';
import type { TextName } from '#lib/domain/config-text/text-view';
import type { Finding } from './finding';

/** What the acceptance of a finding is filed under: its file, its kind and its key. */
export const findingSubject = (name: TextName, { id, key }: Pick<Finding, 'id' | 'key'>): string =>
  `config_finding:${name}:${id}:${key ?? ''}`;

/**
 * A finding as something to accept, for as long as it says the same; null for an error, which nobody can accept:
 * clients would not do what the file says.
 */
export function acceptableFinding({ severity, key, message }: Finding): Acceptable | null {
  if (severity === 'error') return null;
  return {
    label: `the finding “${message}”${key === null ? '' : ` about ${key}`}`,
    needsEnd: true,
    basis: { message },
    changes: (before) => (before.message === message ? [] : ['What was found has changed.']),
  };
}
