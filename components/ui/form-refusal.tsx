import type { ReactNode } from 'react';
import { Button } from './button';
import type { Refused } from './form-state';
import { Note } from './note';

/** Somebody else's values after a conflict, in words; `current` is the object as it is stored now. */
export type Theirs = (current: unknown) => ReactNode;

type Props = {
  refused: Refused | null;
  theirs: Theirs | undefined;
  /** Whether a conflict is looked at again, as what is shown follows from what is stored. */
  renews: boolean | undefined;
  keepTheirs: () => void;
};

/** Why a form was refused, told at once; a conflict with both ways out of it. */
export function FormRefusal({ refused, theirs, renews, keepTheirs }: Props) {
  if (!refused) return null;
  const { code, message, current } = refused.error;
  if (code !== 'conflict') return <Note tone="blocked" alert title={message} />;
  const keep = (
    <Button small onClick={keepTheirs}>
      {renews ? 'Look again' : 'Keep theirs'}
    </Button>
  );
  if (renews) {
    return (
      <Note tone="stale" icon="git-compare" alert title={message} action={keep}>
        What your change would do may be something else now. Nothing was saved.
      </Note>
    );
  }
  return (
    <Note tone="stale" icon="git-compare" alert title={message} action={keep}>
      {theirs ? <>Theirs: {theirs(current)}. </> : null}
      What you typed is below; save it to keep yours.
    </Note>
  );
}
