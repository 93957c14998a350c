/** Approval policies a baseline can allow, the careful one first. */
export const approvalPolicies = ['on-request', 'never'] as const;

/** Sandbox modes a baseline can allow, from the closed one to the open one. */
export const sandboxModes = ['read-only', 'workspace-write', 'danger-full-access'] as const;

/** Web search modes a baseline can allow. `disabled` is not among them: clients always allow it. */
export const webSearchModes = ['cached', 'live'] as const;

/** The five baseline decisions, in the guide's order. Source: admin guide, step 3, row 3.4. */
export const decisionKeys = ['approval', 'sandbox', 'webSearch', 'mcp', 'telemetry'] as const;

/** Name of one of the five baseline decisions. */
export type DecisionKey = (typeof decisionKeys)[number];

/** What a list of approval policies must hold: clients fall back to it. */
export const leastApproval = 'on-request';

/** What a list of sandbox modes must hold: clients refuse a list without it. */
export const leastSandbox = 'read-only';
