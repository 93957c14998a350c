'use client';

import { useActionState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { Owner } from '#lib/domain/owners/owner';
import { OwnerConflict } from './owner-conflict';
import { ownerFailure, type OwnerAction, type OwnerFailure } from './owner-failure';
import { OwnerFields } from './owner-fields';
import { PersonForm, type Person, type Sending } from './person-form';
import { useSeen } from './use-seen';

type Props = { action: OwnerAction; owner: Owner; me: Person };

const nobody: Person = { name: null, email: null };

const isSame = (one: Person, other: Person) => one.name === other.name && one.email === other.email;

/** Names who holds one duty: somebody by name and e-mail address, oneself, or nobody. */
export function OwnerForm({ action, owner, me }: Props) {
  const [answer, submit] = useActionState(action, null);
  const { seen, isTyping, onInput } = useSeen(owner, answer);
  const failure = ownerFailure(answer);
  const sending: Sending = { action: submit, duty: owner.duty, version: versionToSend(seen, failure) };

  return (
    <div className="grid min-w-0 gap-3">
      <Refusal failure={failure} sending={sending} />
      <div className="flex flex-wrap items-center gap-2">
        <form
          action={submit}
          onReset={(event) => event.preventDefault()}
          onInput={onInput}
          className="contents"
        >
          <OwnerFields sending={sending} seen={seen} failure={failure} />
          <SubmitButton small>Save</SubmitButton>
        </form>
        {isSame(seen, me) ? null : (
          <PersonForm sending={sending} person={me}>
            <SubmitButton small variant="quiet">
              I hold this duty
            </SubmitButton>
          </PersonForm>
        )}
        {isSame(seen, nobody) ? null : (
          <PersonForm sending={sending} person={nobody}>
            <SubmitButton small variant="quiet">
              Leave to nobody
            </SubmitButton>
          </PersonForm>
        )}
        <span className="meta" role="status">
          {answer?.ok && !isTyping ? savedWords(answer.value) : null}
        </span>
      </div>
    </div>
  );
}

function versionToSend(seen: Owner, failure: OwnerFailure | null): number | string {
  return failure?.theirs?.version ?? failure?.typed.version ?? seen.version;
}

function Refusal({ failure, sending }: { failure: OwnerFailure | null; sending: Sending }) {
  if (failure?.theirs) {
    return <OwnerConflict sending={sending} typed={failure.typed} theirs={failure.theirs} />;
  }
  return failure?.message ? <Note tone="blocked" alert title={failure.message} /> : null;
}

function savedWords({ name }: Person): string {
  return name === null ? 'Saved. Nobody holds this duty yet.' : `Saved. ${name} holds this duty.`;
}
