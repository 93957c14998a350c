import { Select } from '#components/ui/field';
import { SubmitButton } from '#components/ui/submit-button';
import type { OwnerFailure } from './owner-failure';
import type { Sending } from './person-form';

/** A member who may be named for a duty. */
export type MemberChoice = { id: string; name: string; email: string };

type Props = { sending: Sending; members: readonly MemberChoice[]; failure: OwnerFailure | null };

/** Names a member for a duty; whoever has no account here yet is written into the fields below. */
export function MemberForm({ sending: { action, duty, version }, members, failure }: Props) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="duty" value={duty} />
      <input type="hidden" name="version" value={version} />
      <div className="min-w-0 grow">
        <Select
          label="A member"
          name="memberId"
          required
          empty="Choose a member, or write who it is below"
          error={failure?.fields.memberId}
          options={members.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))}
        />
      </div>
      <SubmitButton>Name this member</SubmitButton>
    </form>
  );
}
