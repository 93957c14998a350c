import { attestTask } from '#lib/commands/tasks/attest-task';
import { withdrawAttestation } from '#lib/commands/tasks/withdraw-attestation';
import { toRoute } from '#lib/shell/http-route';

export const PUT = toRoute(attestTask);
export const DELETE = toRoute(withdrawAttestation);
