import 'server-only';
import { filesOperations } from './operations/files';
import { accessOperations } from './operations/access';
import { certificateOperations } from './operations/certificates';
import { draftOperations } from './operations/drafts';
import { importOperations } from './operations/imports';
import { expectationOperations } from './operations/expectations';
import { memberOperations } from './operations/members';
import { cloudOperations } from './operations/cloud';
import type { Operations } from './operations/operation';
import { governanceOperations } from './operations/governance';
import { egressOperations } from './operations/egress';
import { rolloutOperations } from './operations/rollout';
import { shippingOperations } from './operations/shipping';
import { startOperations } from './operations/start';
import { layerOperations } from './operations/layers';
import { versionOperations } from './operations/versions';
import { validationOperations } from './operations/validation';
import { wordsOperations } from './operations/words';
import { worklistOperations } from './operations/worklist';

/** Every address below a workspace, with what answers there. A test holds it against the route files. */
export const operations: Operations = {
  ...rolloutOperations,
  ...governanceOperations,
  ...egressOperations,
  ...startOperations,
  ...cloudOperations,
  ...validationOperations,
  ...wordsOperations,
  ...versionOperations,
  ...certificateOperations,
  ...shippingOperations,
  ...layerOperations,
  ...filesOperations,
  ...accessOperations,
  ...draftOperations,
  ...importOperations,
  ...worklistOperations,
  ...expectationOperations,
  ...memberOperations,
};
