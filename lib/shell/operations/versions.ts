import 'server-only';
import { approveVersion } from '#lib/commands/config-versions/approve-version';
import { makeVersion } from '#lib/commands/config-versions/make-version';
import { releaseVersion } from '#lib/commands/config-versions/release-version';
import { takeBackApproval } from '#lib/commands/config-versions/take-back-approval';
import { readVersion, readVersions } from '#lib/queries/config-versions';
import type { Operations } from './operation';

/** Step 3: versions of the configuration, their approval and release. */
export const versionOperations = {
  '/configuration/versions': {
    get: { summary: 'The versions of the configuration, the newest first', of: readVersions },
    post: {
      summary: 'Keep the draft, the read-only preset or an older version as a new version',
      of: makeVersion,
    },
  },
  '/configuration/versions/{number}': {
    get: { summary: 'One version: its files, and how they differ from the release before', of: readVersion },
  },
  '/configuration/versions/{number}/approval': {
    post: { summary: 'Approve a version that others wrote', of: approveVersion },
    delete: { summary: 'Take the approval of a version back', of: takeBackApproval },
  },
  '/configuration/versions/{number}/release': {
    post: { summary: 'Release a version', of: releaseVersion },
  },
} as const satisfies Operations;
