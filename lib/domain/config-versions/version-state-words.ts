import type { VersionState } from './config-version';

/** A state of a version in one word. */
export const versionStateWords: Readonly<Record<VersionState, string>> = {
  made: 'Not approved',
  approved: 'Approved',
  released: 'Released',
  superseded: 'Superseded',
};
