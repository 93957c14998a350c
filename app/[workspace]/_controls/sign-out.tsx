import { SubmitButton } from '#components/ui/submit-button';
import { signOutAction } from './actions';

/** Ends this browser's session. */
export function SignOut() {
  return (
    <form action={signOutAction}>
      <SubmitButton variant="quiet" full>
        Sign out
      </SubmitButton>
    </form>
  );
}
