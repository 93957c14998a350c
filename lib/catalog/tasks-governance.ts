import type { TaskDefinition } from '#lib/domain/rollout/task';
import { attested, laterData } from './attested';

const shared = { surface: 'any', duty: 'governance' } as const;
const byHand = { ...shared, basis: 'attested', decidedBy: attested({ kind: 'guide' }) } as const;

/** Tasks of Step 5. */
export const governanceTasks: readonly TaskDefinition[] = [
  {
    ...byHand,
    id: 'governance.dashboard',
    title: 'Analytics Dashboard in use',
    action: 'Open the Analytics Dashboard and say who reads it',
    rows: ['5.1'],
    source: 'Guide 2026-03, Step 5: “Analytics Dashboard for quick, self-serve visibility”',
  },
  {
    ...byHand,
    id: 'governance.analytics_api',
    title: 'Analytics API set up, or left out on purpose',
    action: 'Set up the Analytics API, or leave it out on purpose',
    rows: ['5.1'],
    source: 'Guide 2026-03, Step 5: “Analytics API for programmatic reporting and BI integration”',
  },
  {
    ...byHand,
    id: 'governance.compliance_api',
    title: 'Compliance API set up, or left out on purpose',
    action: 'Set up the Compliance API, or leave it out on purpose',
    rows: ['5.1'],
    source: 'Guide 2026-03, Step 5: “Compliance API for audit and investigation workflows”',
  },
  {
    ...shared,
    id: 'governance.adoption_owner',
    title: 'Owner for adoption reporting',
    action: 'Name an owner for adoption reporting',
    rows: ['5.2'],
    basis: 'derived',
    decidedBy: laterData('Naming an owner for adoption reporting comes in a later version.'),
    source: 'Guide 2026-03, Step 5: “Assign an owner for adoption reporting”',
  },
  {
    ...shared,
    id: 'governance.audit_owner',
    title: 'Owner for audit and compliance review',
    action: 'Name an owner for audit and compliance review',
    rows: ['5.2'],
    basis: 'derived',
    decidedBy: laterData('Naming an owner for audit and compliance review comes in a later version.'),
    source: 'Guide 2026-03, Step 5: “Assign an owner for audit and compliance review”',
  },
  {
    ...shared,
    id: 'governance.cadence',
    title: 'Review cadence kept',
    action: 'Settle the review cadence',
    rows: ['5.3'],
    basis: 'derived',
    decidedBy: laterData('The review cadence, and the reviews themselves, come in a later version.'),
    source: 'Guide 2026-03, Step 5: “Define a review cadence”',
  },
  {
    ...shared,
    id: 'governance.success',
    title: 'Measures of success with targets',
    action: 'Decide what success looks like',
    rows: ['5.4'],
    basis: 'derived',
    decidedBy: laterData('Measures of success with their targets come in a later version.'),
    source: 'Guide 2026-03, Step 5: “Decide what success looks like”',
  },
];
