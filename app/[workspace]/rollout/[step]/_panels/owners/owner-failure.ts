import type { Owner } from '#lib/domain/owners/owner';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setOwnerAction } from './actions';

type Answer = Awaited<ReturnType<typeof setOwnerAction>>;

/** The action of one workspace. */
export type OwnerAction = BoundAction<typeof setOwnerAction>;

/** What a refused write means for the form: field errors, the owner somebody else named, or one sentence. */
export type OwnerFailure = {
  typed: Record<string, string>;
  fields: Readonly<Record<string, string[] | undefined>>;
  theirs: Owner | null;
  message: string | null;
};

const nothing = { fields: {}, theirs: null, message: null };

/** The refusal in an answer; null where there is none. */
export function ownerFailure(answer: Answer | null): OwnerFailure | null {
  if (answer === null || answer.ok) return null;
  const { error, typed } = answer;
  switch (error.code) {
    case 'invalid_input':
      return { ...nothing, typed, fields: error.fields };
    case 'owner_name_missing':
      return { ...nothing, typed, fields: { name: [error.message] } };
    case 'stand_in_name_missing':
      return { ...nothing, typed, fields: { standInName: [error.message] } };
    case 'member_unknown':
    case 'member_and_name':
      return { ...nothing, typed, fields: { memberId: [error.message] } };
    case 'conflict':
      return { ...nothing, typed, theirs: error.current };
    default:
      return { ...nothing, typed, message: error.message };
  }
}
