import type { TaskDefinition } from '#lib/domain/rollout/task';
import { attested, laterData } from './attested';

/** Tasks of Step 0, with the posture that is read before it. */
export const ownersTasks: readonly TaskDefinition[] = [
  {
    id: 'posture.security',
    title: 'Security and privacy posture read and acknowledged',
    action: 'Read and acknowledge the security and privacy posture',
    rows: ['P1'],
    basis: 'attested',
    surface: 'any',
    duty: 'workspace',
    decidedBy: attested({ kind: 'guide' }),
    source: 'Guide 2026-03, “Enterprise-grade security and privacy”',
  },
  {
    id: 'posture.environments',
    title: 'The two environments, and what belongs to each, understood',
    action: 'Read what belongs to Codex local and what to Codex cloud',
    rows: ['P2'],
    basis: 'attested',
    surface: 'any',
    duty: 'workspace',
    decidedBy: attested({ kind: 'guide' }),
    source: 'Guide 2026-03, “Local vs. cloud setup”',
  },
  {
    id: 'owners',
    title: 'Three owners named',
    action: 'Name the three owners',
    rows: ['0.1'],
    basis: 'derived',
    surface: 'any',
    duty: 'workspace',
    decidedBy: { kind: 'owners' },
    source: 'Guide 2026-03, Step 0: “Ensure you have the following owners”',
  },
  {
    id: 'decision',
    title: 'Local, cloud or both decided',
    action: 'Decide local, cloud or both',
    rows: ['0.2'],
    basis: 'derived',
    surface: 'any',
    duty: 'workspace',
    decidedBy: { kind: 'decision' },
    source: 'Guide 2026-03, Step 0: “A rollout decision”',
  },
  {
    id: 'authentication',
    title: 'Authentication reviewed',
    action: 'Review sign-in methods, MFA, SSO and login restrictions',
    rows: ['0.3'],
    basis: 'derived',
    surface: 'any',
    duty: 'workspace',
    decidedBy: laterData(
      'The authentication review (sign-in methods, MFA and SSO, login restrictions) comes in a later version.',
    ),
    source: 'Guide 2026-03, Step 0: “Review authentication before rollout”',
  },
];
