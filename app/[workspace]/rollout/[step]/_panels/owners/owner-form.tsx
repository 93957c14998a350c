'use client';

import { useActionState } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { Owner } from '#lib/domain/owners/owner';
import { OwnerConflict } from './owner-conflict';
import { ownerFailure, type OwnerAction, type OwnerFailure } from './owner-failure';
import { MemberForm, type MemberChoice } from './member-form';
import { OwnerFields } from './owner-fields';
import { PersonForm, type Person, type Sending } from './person-form';
import { useSeen } from './use-seen';

type Props = { action: OwnerAction; owner: Owner; me: Person; members: readonly MemberChoice[] };

const nobody: Person = { name: null, email: null };

const isSame = (one: Person, other: Person) => one.name === other.name && one.email === other.email;

/** Names who holds one duty: somebody by name and e-mail address, oneself, or nobody. */
export function OwnerForm({ action, owner, me, members }: Props) {
  const [answer, submit] = useActionState(action, null);
  const { seen, isTyping, onInput } = useSeen(owner, answer);
  const failure = ownerFailure(answer);
  const sending: Sending = { action: submit, duty: owner.duty, version: versionToSend(seen, failure) };

  return (
    <div className="grid min-w-0 gap-3">
      <Refusal failure={failure} sending={sending} members={members} />
      <MemberForm sending={sending} members={members} failure={failure} />
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
              I don’t know yet
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

type RefusalProps = {
  failure: OwnerFailure | null;
  sending: Sending;
  members: readonly MemberChoice[];
};

function Refusal({ failure, sending, members }: RefusalProps) {
  if (failure?.theirs) {
    const mine = personOf(failure.typed, members);
    return <OwnerConflict sending={sending} mine={mine} theirs={failure.theirs} />;
  }
  return failure?.message ? <Note tone="blocked" alert title={failure.message} /> : null;
}

/** Whom a refused form named: a member that was chosen, or what was typed. */
function personOf(typed: Record<string, string>, members: readonly MemberChoice[]): Person {
  const chosen = members.find(({ id }) => id === typed.memberId);
  if (chosen) return { name: chosen.name, email: chosen.email };
  const text = (name: string) => typed[name]?.trim() || null;
  const person = { name: text('name'), email: text('email') };
  if (typed.standInName === undefined) return person;
  return { ...person, standInName: text('standInName'), standInEmail: text('standInEmail') };
}

function savedWords({ name }: Person): string {
  return name === null ? 'Saved. Nobody holds this duty yet.' : `Saved. ${name} holds this duty.`;
}
