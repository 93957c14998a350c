import 'server-only';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import type { Operations } from './operation';

/** What is settled before anything is turned on: sign-in, internet access, and risks that are accepted. */
export const startOperations = {
  '/acceptances/{subject}': {
    put: { summary: 'Accept a risk or a finding, as governance owner', of: acceptRisk },
    delete: { summary: 'Take an acceptance back', of: withdrawAcceptance },
  },
} as const satisfies Operations;
