import 'server-only';
import { signStep } from '#lib/commands/steps/sign-step';
import { withdrawSignOff } from '#lib/commands/steps/withdraw-sign-off';
import { addEvidence } from '#lib/commands/tasks/add-evidence';
import { attestTask } from '#lib/commands/tasks/attest-task';
import { withdrawAttestation } from '#lib/commands/tasks/withdraw-attestation';
import { listEvidence, readEvidence } from '#lib/queries/evidence';
import type { Operations } from './operation';

/** Words on tasks with their proof files, and signatures under steps. */
export const wordsOperations = {
  '/tasks/{id}/attestation': {
    put: { summary: 'Give one’s word on a task only a person can know', of: attestTask },
    delete: { summary: 'Take back the word on a task', of: withdrawAttestation },
  },
  '/tasks/{id}/evidence': {
    get: { summary: 'The proof files of a task, every version', of: listEvidence },
    post: {
      summary: 'Add a proof file to a task: as the body, or as the field “file” of a form',
      of: addEvidence,
      takesFile: true,
    },
  },
  '/tasks/{id}/evidence/{file}': {
    get: { summary: 'One version of a proof file', of: readEvidence, gives: 'application/octet-stream' },
  },
  '/steps/{step}/sign-off': {
    post: { summary: 'Sign a step off', of: signStep },
    delete: { summary: 'Take back the signature under a step', of: withdrawSignOff },
  },
} as const satisfies Operations;
