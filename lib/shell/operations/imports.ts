import 'server-only';
import { applyImport } from '#lib/commands/imports/apply-import';
import { cancelImport } from '#lib/commands/imports/cancel-import';
import { mapColumns } from '#lib/commands/imports/map-columns';
import { receiveImport } from '#lib/commands/imports/receive-import';
import {
  readImport,
  readImportFile,
  readImports,
  readImportSample,
  readRejectedCsv,
} from '#lib/queries/imports';
import type { Operations } from './operation';

/** Getting people, groups and memberships in. */
export const importOperations = {
  '/directory/imports': {
    get: { summary: 'The newest imports', of: readImports },
    post: {
      summary: 'Import people, groups and memberships, or try it out; answers 202 and goes on in a job',
      of: receiveImport,
      takesFiles: ['people.csv', 'groups.csv', 'memberships.csv'],
    },
  },
  '/directory/imports/{id}': {
    get: {
      summary:
        'One import: state, counts, bad rows, and who loses, gains and leaves the workspace default by it',
      of: readImport,
    },
    delete: { summary: 'Cancel an import', of: cancelImport },
  },
  '/directory/imports/{id}/apply': { post: { summary: 'Apply what was tried out', of: applyImport } },
  '/directory/imports/{id}/columns': { put: { summary: 'Say which column is which', of: mapColumns } },
  '/directory/imports/{id}/what-if.csv': {
    get: { summary: 'Everybody whose access an import would change', of: readImportFile, gives: 'text/csv' },
  },
  '/directory/imports/{id}/rejected': {
    get: { summary: 'The first 1,000 bad rows as CSV', of: readRejectedCsv, gives: 'text/csv' },
  },
  '/directory/samples/{file}': {
    get: { summary: 'A small file as an import takes it', of: readImportSample, gives: 'text/csv' },
  },
} as const satisfies Operations;
