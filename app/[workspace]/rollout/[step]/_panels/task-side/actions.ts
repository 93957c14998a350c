'use server';

import { attestTask } from '#lib/commands/tasks/attest-task';
import { withdrawAttestation } from '#lib/commands/tasks/withdraw-attestation';
import { formInteger, formOptional, toAction } from '#lib/shell/server-action';

export const attestTaskAction = toAction(attestTask, {
  note: formOptional,
  link: formOptional,
  version: formInteger,
});
export const withdrawAttestationAction = toAction(withdrawAttestation, { version: formInteger });
