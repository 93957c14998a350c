import 'server-only';
import { confirmAllSteps } from '#lib/commands/console/confirm-all-steps';
import { confirmStep } from '#lib/commands/console/confirm-step';
import { takeBackConfirmation } from '#lib/commands/console/take-back-confirmation';
import { readStepAddresses, readStepPeopleFile, readWorklist } from '#lib/queries/worklist';
import type { Operations } from './operation';

/** What is to be done in the vendor's console, and who says that it was. */
export const worklistOperations = {
  '/access/worklist': {
    get: { summary: 'What to do in the vendor’s console, in its order', of: readWorklist },
  },
  '/access/worklist/confirm': {
    post: { summary: 'Confirm that a step was done in the console', of: confirmStep },
  },
  '/access/worklist/confirm-all': {
    post: { summary: 'Confirm that everything wanted is in the console already', of: confirmAllSteps },
  },
  '/access/worklist/take-back': {
    post: { summary: 'Take the newest confirmation back', of: takeBackConfirmation },
  },
  '/access/worklist/people': {
    get: {
      summary: 'Whom a step puts into a group or takes out, as CSV',
      of: readStepPeopleFile,
      gives: 'text/csv',
    },
  },
  '/access/worklist/addresses': {
    get: { summary: 'Their e-mail addresses, one a line', of: readStepAddresses, gives: 'text/plain' },
  },
} as const satisfies Operations;
