import { Field, WholeRow } from '#components/ui/field';
import type { Answered } from './answered';

/** Who the first member is, and how this person signs in. */
export function AccountFields({ errors, typed }: Answered) {
  return (
    <>
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        error={errors.name}
        defaultValue={typed.name}
      />
      <Field
        label="Work e-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        error={errors.email}
        defaultValue={typed.email}
      />
      <WholeRow>
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint="At least 12 characters. A sentence is easy to remember."
          error={errors.password}
        />
      </WholeRow>
    </>
  );
}
