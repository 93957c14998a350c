import { SubmitButton } from '#components/ui/submit-button';
import { signOutAction } from './actions';

/** Ends the session of this browser. */
export function SignOutHere() {
  return (
    <form action={signOutAction}>
      <SubmitButton small>Sign out here</SubmitButton>
    </form>
  );
}
