import type { ReactNode } from 'react';
import type { Duty } from '#lib/domain/owners/owner';

export type Person = {
  name: string | null;
  email: string | null;
  /** Left out, who could stand in stays as it is stored. */
  standInName?: string | null;
  standInEmail?: string | null;
};

/** What every form of a duty sends along, and where to. */
export type Sending = { action: (form: FormData) => void; duty: Duty; version: number | string };

type Props = { sending: Sending; person: Person; children: ReactNode };

/** Names `person` for a duty in one press, without anybody typing. */
export function PersonForm({ sending: { action, duty, version }, person, children }: Props) {
  return (
    <form action={action}>
      <input type="hidden" name="duty" value={duty} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="name" value={person.name ?? ''} />
      <input type="hidden" name="email" value={person.email ?? ''} />
      {person.standInName === undefined ? null : (
        <input type="hidden" name="standInName" value={person.standInName ?? ''} />
      )}
      {person.standInEmail === undefined ? null : (
        <input type="hidden" name="standInEmail" value={person.standInEmail ?? ''} />
      )}
      {children}
    </form>
  );
}
