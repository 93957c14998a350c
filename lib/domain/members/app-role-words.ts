import type { AppRole } from '#lib/domain/authorization/can';

/** An app role on screen: its name, its name inside a sentence, and what its holder may do. */
export type AppRoleWords = { label: string; inSentence: string; may: string };

/** The app roles in words. */
export const appRoleWords: Readonly<Record<AppRole, AppRoleWords>> = {
  workspace_owner: {
    label: 'Workspace owner',
    inSentence: 'workspace owner',
    may: 'Everything; alone: members and app roles, the rollout decision, owners and wanted toggles.',
  },
  it_owner: {
    label: 'IT management owner',
    inSentence: 'IT management owner',
    may: 'Configuration, egress, repositories and environments; confirms toggles and console work.',
  },
  governance_owner: {
    label: 'Governance owner',
    inSentence: 'governance owner',
    may: 'Reviews, measures and findings; signs steps 5 and 6, and exports the record.',
  },
  contributor: {
    label: 'Contributor',
    inSentence: 'contributor',
    may: 'Reads everything, and adds evidence.',
  },
  auditor: {
    label: 'Auditor',
    inSentence: 'auditor',
    may: 'Reads and exports everything, and changes nothing; may have a last day.',
  },
};
