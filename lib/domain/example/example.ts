import type { AppRole } from '#lib/domain/authorization/can';

/** Address of the example. */
export const exampleSlug = 'acme-example';

/** Name and zone of the example. */
export const exampleFacts = { slug: exampleSlug, name: 'Acme', timeZone: 'Europe/Berlin' } as const;

/** The invented members of the example, by first name. Their addresses cannot be anybody's. */
export const examplePeople = {
  mara: { name: 'Mara Lindqvist', email: 'mara.lindqvist@acme.example', appRole: 'workspace_owner' },
  devi: { name: 'Devi Raman', email: 'devi.raman@acme.example', appRole: 'it_owner' },
  jonas: { name: 'Jonas Ferreira', email: 'jonas.ferreira@acme.example', appRole: 'governance_owner' },
  sam: { name: 'Sam Whitlock', email: 'sam.whitlock@acme.example', appRole: 'contributor' },
  ana: { name: 'Ana Ortega', email: 'ana.ortega@acme.example', appRole: 'auditor' },
} as const satisfies Record<string, { name: string; email: string; appRole: AppRole }>;

/** First name of one of the invented members. */
export type ExamplePerson = keyof typeof examplePeople;
