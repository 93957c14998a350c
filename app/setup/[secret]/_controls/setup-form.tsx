'use client';

import { useActionState } from 'react';
import { FieldGrid } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { AccountFields } from './account-fields';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setUpAction } from './actions';
import { WorkspaceFields } from './workspace-fields';

type Props = {
  action: BoundAction<typeof setUpAction>;
  timeZones: readonly string[];
  /** How long the set-up link still works, in words. */
  endsIn: string;
};

/** First run: the first account, and the workspace's name, address and time zone. */
export function SetupForm({ action, timeZones, endsIn }: Props) {
  const [answer, submit] = useActionState(action, null);
  const errors = answer?.error.fields ?? {};
  const typed = answer?.typed ?? {};

  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="grid gap-5">
      {answer && !answer.error.fields ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <FieldGrid>
        <AccountFields errors={errors} typed={typed} />
        <WorkspaceFields errors={errors} typed={typed} timeZones={timeZones} />
      </FieldGrid>
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary" name="door" value="own">
          Create account and start
        </SubmitButton>
        <SubmitButton name="door" value="example" formNoValidate>
          Explore with an example
        </SubmitButton>
        <span className="meta">The set-up link ends in {endsIn}</span>
      </p>
      <p className="meta max-w-read">
        The example is Acme, an invented company of 10,000 people half way through its rollout. It needs your
        name, e-mail address and a password alone, and is removed in one click.
      </p>
    </form>
  );
}
