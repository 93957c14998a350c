import 'server-only';
import { certifyVersion } from '#lib/commands/certificates/certify-version';
import { addClient } from '#lib/commands/clients/add-client';
import { fetchClient } from '#lib/commands/clients/fetch-client';
import { removeClient } from '#lib/commands/clients/remove-client';
import { setFleet } from '#lib/commands/clients/set-fleet';
import { readCertificates, readDraftCertificates } from '#lib/queries/certificates';
import { readClients } from '#lib/queries/clients';
import type { Operations } from './operation';

/** Which clients are at hand, and what they make of the configuration. */
export const certificateOperations = {
  '/clients': {
    get: { summary: 'The Codex clients at hand to be asked, and which the fleet runs', of: readClients },
    post: { summary: 'Fetch a version of the client from npm, in a job', of: fetchClient },
  },
  '/clients/package': {
    post: {
      summary: 'Add a client from its npm package, where no registry can be reached',
      of: addClient,
      takesFiles: ['file'],
    },
  },
  '/clients/{version}': { delete: { summary: 'Remove a client', of: removeClient } },
  '/fleet': { put: { summary: 'Say which clients the fleet runs', of: setFleet } },
  '/configuration/certificates': {
    get: { summary: 'What clients make of the draft', of: readDraftCertificates },
  },
  '/configuration/versions/{number}/certificates': {
    get: { summary: 'What clients make of a version', of: readCertificates },
    post: {
      summary: 'Have clients asked about a version, or add the certificate that npm run certify wrote',
      of: certifyVersion,
    },
  },
} as const satisfies Operations;
