import { Field, FieldGrid } from '#components/ui/field';
import type { Owner } from '#lib/domain/owners/owner';
import type { OwnerFailure } from './owner-failure';
import type { Sending } from './person-form';

type Props = { sending: Sending; seen: Owner; failure: OwnerFailure | null };

/** Name and e-mail address of whoever holds a duty; what was typed stays after a refusal. */
export function OwnerFields({ sending, seen, failure }: Props) {
  const { fields = {} } = failure ?? {};
  const typed = { ...storedText(seen), ...failure?.typed };
  return (
    <div className="w-full">
      <input type="hidden" name="duty" value={sending.duty} />
      <input type="hidden" name="version" value={sending.version} />
      <FieldGrid key={seen.version}>
        <Field label="Name" name="name" autoComplete="off" error={fields.name} defaultValue={typed.name} />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          hint="A mail for this address is put in the server’s outbox."
          error={fields.email}
          defaultValue={typed.email}
        />
        <Field
          label="Who could stand in"
          name="standInName"
          autoComplete="off"
          hint="Written down only: it gives no rights."
          error={fields.standInName}
          defaultValue={typed.standInName}
        />
        <Field
          label="Address of who could stand in"
          name="standInEmail"
          type="email"
          autoComplete="off"
          error={fields.standInEmail}
          defaultValue={typed.standInEmail}
        />
      </FieldGrid>
    </div>
  );
}

const storedText = ({ name, email, standInName, standInEmail }: Owner): Record<string, string> => ({
  name: name ?? '',
  email: email ?? '',
  standInName: standInName ?? '',
  standInEmail: standInEmail ?? '',
});
