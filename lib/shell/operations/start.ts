import 'server-only';
import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { withdrawAcceptance } from '#lib/commands/acceptances/withdraw-acceptance';
import { reviewAuthentication } from '#lib/commands/authentication/review-authentication';
import { setInternetAccess } from '#lib/commands/internet-access/set-internet-access';
import { setLabels } from '#lib/commands/workspaces/set-labels';
import { readAuthentication } from '#lib/queries/authentication';
import { readInternetAccess } from '#lib/queries/internet-access';
import type { Operations } from './operation';

/** What is settled before anything is turned on: sign-in, internet access, and risks that are accepted. */
export const startOperations = {
  '/authentication': {
    get: { summary: 'The authentication review and its consequences', of: readAuthentication },
    put: { summary: 'Answer the authentication review', of: reviewAuthentication },
  },
  '/internet-access': {
    get: { summary: 'What agents of Codex cloud may reach on the internet', of: readInternetAccess },
    put: { summary: 'Write the policy for agent internet access', of: setInternetAccess },
  },
  '/labels': { put: { summary: 'Say whose labels of the vendor stand first', of: setLabels } },
  '/acceptances/{subject}': {
    put: { summary: 'Accept a risk or a finding, as governance owner', of: acceptRisk },
    delete: { summary: 'Take an acceptance back', of: withdrawAcceptance },
  },
} as const satisfies Operations;
