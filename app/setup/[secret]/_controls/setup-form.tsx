'use client';

import { useActionState, useSyncExternalStore } from 'react';
import { Field, FieldGrid, Select, WholeRow } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { setUpAction } from './actions';

type Props = { secret: string; timeZones: string[]; endsAt: string };

const never = () => () => undefined;
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** First run: the first account and the workspace's name, address and time zone. */
export function SetupForm({ secret, timeZones, endsAt }: Props) {
  const [answer, submit] = useActionState(setUpAction.bind(null, secret), null);
  const timeZone = useSyncExternalStore(never, ownTimeZone, () => 'UTC');
  const fields = answer?.error.fields ?? {};
  const typed = answer?.typed ?? {};

  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      {answer && !answer.error.fields ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <FieldGrid>
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          error={fields.name}
          defaultValue={typed.name}
        />
        <Field
          label="Work e-mail"
          name="email"
          type="email"
          autoComplete="email"
          required
          error={fields.email}
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
            error={fields.password}
          />
        </WholeRow>
        <Field
          label="Workspace name"
          name="workspaceName"
          required
          maxLength={200}
          error={fields.workspaceName}
          defaultValue={typed.workspaceName}
        />
        <Field
          label="Address"
          name="slug"
          hint="Part of every link. Left empty, it is made from the name."
          error={fields.slug}
          defaultValue={typed.slug}
        />
        <WholeRow>
          <Select
            key={timeZone}
            label="Time zone"
            name="timeZone"
            hint="Due dates are dates in this zone."
            options={['UTC', ...timeZones].map((zone) => ({ value: zone, label: zone }))}
            error={fields.timeZone}
            defaultValue={typed.timeZone ?? timeZone}
          />
        </WholeRow>
      </FieldGrid>
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary">Create account and start</SubmitButton>
        <span className="meta">The set-up link ends on {endsAt} UTC</span>
      </p>
    </form>
  );
}
