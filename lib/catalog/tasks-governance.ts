import type { TaskDefinition } from '#lib/domain/rollout/task';

const shared = { surface: 'any', duty: 'governance' } as const;
const byRecord = { ...shared, basis: 'attested' } as const;

/** Tasks of Step 5. */
export const governanceTasks: readonly TaskDefinition[] = [
  {
    ...byRecord,
    id: 'governance.dashboard',
    decidedBy: { kind: 'channel', key: 'dashboard' },
    title: 'Analytics Dashboard set up, or left out on purpose',
    action: 'Set up the Analytics Dashboard, or leave it out on purpose',
    rows: ['5.1'],
    source: 'Guide 2026-03, Step 5: “Analytics Dashboard for quick, self-serve visibility”',
  },
  {
    ...byRecord,
    id: 'governance.analytics_api',
    decidedBy: { kind: 'channel', key: 'analytics_api' },
    title: 'Analytics API set up, or left out on purpose',
    action: 'Set up the Analytics API, or leave it out on purpose',
    rows: ['5.1'],
    source: 'Guide 2026-03, Step 5: “Analytics API for programmatic reporting and BI integration”',
  },
  {
    ...byRecord,
    id: 'governance.compliance_api',
    decidedBy: { kind: 'channel', key: 'compliance_api' },
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
    decidedBy: { kind: 'reporting-owner', area: 'adoption' },
    source: 'Guide 2026-03, Step 5: “Assign an owner for adoption reporting”',
  },
  {
    ...shared,
    id: 'governance.audit_owner',
    title: 'Owner for audit and compliance review',
    action: 'Name an owner for audit and compliance review',
    rows: ['5.2'],
    basis: 'derived',
    decidedBy: { kind: 'reporting-owner', area: 'audit' },
    source: 'Guide 2026-03, Step 5: “Assign an owner for audit and compliance review”',
  },
  {
    ...shared,
    id: 'governance.cadence',
    title: 'Review cadence kept',
    action: 'Settle the review cadence',
    rows: ['5.3'],
    basis: 'derived',
    decidedBy: { kind: 'cadence' },
    source: 'Guide 2026-03, Step 5: “Define a review cadence”',
  },
  {
    ...shared,
    id: 'governance.success',
    title: 'Measures of success with targets',
    action: 'Decide what success looks like',
    rows: ['5.4'],
    basis: 'derived',
    decidedBy: { kind: 'measures' },
    source: 'Guide 2026-03, Step 5: “Decide what success looks like”',
  },
];
