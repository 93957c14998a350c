import 'server-only';
import { recordPublication } from '#lib/commands/egress/record-publication';
import { requestEgressRead } from '#lib/commands/egress/request-egress-read';
import { setAllowList } from '#lib/commands/egress/set-allow-list';
import { setEgressFetch } from '#lib/commands/egress/set-egress-fetch';
import { publishedFile } from '#lib/domain/egress/read-publication';
import {
  readAllowListNow,
  readDrift,
  readEgressFetch,
  readPublished,
  readWantedAllowList,
} from '#lib/queries/egress';
import type { Operations } from './operation';

const { capability, output } = recordPublication;

/** Step 4's egress ranges: the allow list, the published file, their difference, the daily read. */
export const egressOperations = {
  '/egress/allow-list': {
    get: { summary: 'What the company’s IP allow list holds', of: readAllowListNow },
    put: { summary: 'Say what the company’s IP allow list holds', of: setAllowList },
  },
  '/egress/published': {
    get: { summary: 'The last published file that was read whole', of: readPublished },
    post: {
      summary: 'Hand in a published file, as the vendor wrote it',
      of: { capability, input: publishedFile, output },
    },
  },
  '/egress/drift': {
    get: { summary: 'What is missing and what is too much, as the fewest CIDR blocks', of: readDrift },
  },
  '/egress/wanted-allow-list': {
    get: {
      summary: 'The published ranges as the fewest CIDR blocks, one a line',
      of: readWantedAllowList,
      gives: 'text/plain; charset=utf-8',
    },
  },
  '/egress/fetch': {
    get: { summary: 'Whether the published file is fetched daily', of: readEgressFetch },
    put: { summary: 'Turn the daily read on or off', of: setEgressFetch },
    post: { summary: 'Have the published file read now', of: requestEgressRead },
  },
} as const satisfies Operations;
