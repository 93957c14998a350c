import type { Duty, DutyDefinition } from '#lib/domain/owners/owner';

/** The three duties of guide 2026-03, Step 0. */
export const dutyDefinitions: Readonly<Record<Duty, DutyDefinition>> = {
  workspace: {
    label: 'Workspace owner',
    answersFor: 'Has access to ChatGPT Enterprise, flips the toggles and decides how far the rollout goes',
    source: 'Guide 2026-03, Step 0: “Workspace owner with access to ChatGPT Enterprise”',
  },
  it: {
    label: 'IT management owner',
    answersFor: 'Writes and ships managed configuration, and connects the repositories',
    source: 'Guide 2026-03, Step 0: “IT management owner for managed configuration”',
  },
  governance: {
    label: 'Governance owner',
    answersFor: 'Looks after analytics and the compliance review, and signs what was validated',
    source: 'Guide 2026-03, Step 0: “Governance owner for analytics / compliance review”',
  },
};
