import type { AcceptanceDefinition } from '#lib/domain/acceptances/acceptance';

/** What the governance owner may accept, and what each acceptance rests on. */
const entries = {
  'internet_access.risk': {
    label: 'the risk of agent internet access',
    restsOn: [{ kind: 'internet_access' }, { kind: 'wanted', key: 'codex.internet_access' }],
    taskId: 'toggle.codex.internet_access',
  },
  'access.lost_defaults': {
    label: 'that people leave the workspace defaults',
    restsOn: [{ kind: 'lost_defaults' }],
    taskId: 'roles.lost_defaults',
  },
} as const satisfies Record<string, AcceptanceDefinition>;

export type AcceptanceSubject = keyof typeof entries;

/** What may be accepted, by subject. */
export const acceptances: Readonly<Record<AcceptanceSubject, AcceptanceDefinition>> = entries;

// safe because `entries` is a literal that is not empty, and nobody adds keys to it.
/** Every subject that may be accepted. */
export const acceptanceSubjects = Object.keys(entries) as [AcceptanceSubject, ...AcceptanceSubject[]];
