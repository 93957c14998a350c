'use client';

import { RadioDoors } from '#components/ui/choice';
import { TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { loginTexts, loginWorkspaceWords } from '#lib/catalog/login-texts';
import { loginMethods, restrictionWords } from '#lib/domain/login/login-methods';
import type { LoginView } from '#lib/domain/login/login-view';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setLoginRestrictionAction } from './actions';

type Props = { action: BoundAction<typeof setLoginRestrictionAction>; login: LoginView };

const options = loginMethods.map((value) => {
  const { label, meaning, consequence } = loginTexts[value];
  return { value, label, second: `${meaning} ${consequence}` };
});

/** "0: Write …" of the first line that was sent becomes "Id 1: Write …". */
const byLine = (messages: string[] | undefined) =>
  messages?.map((message) => message.replace(/^(\d+): /, (_, index) => `Id ${Number(index) + 1}: `));

/** Decides how local clients may sign in. */
export function LoginForm({ action, login }: Props) {
  return (
    <Form
      action={action}
      version={login.version}
      submit={login.version === 0 ? 'Decide' : 'Save'}
      saved="Saved. The files say so now."
      theirs={theirWords}
    >
      {({ errorOf, typedOf }) => (
        <>
          <RadioDoors
            legend="How people may sign in to local clients"
            name="method"
            options={options}
            defaultValue={typedOf('method', login.method)}
            error={errorOf('method')}
            required
          />
          <TextArea
            label={loginWorkspaceWords.label}
            name="workspaces"
            hint={`${loginWorkspaceWords.hint} ${loginWorkspaceWords.consequence}`}
            defaultValue={typedOf('workspaces', login.workspaces.join('\n'))}
            error={byLine(errorOf('workspaces'))}
            rows={3}
            spellCheck={false}
            autoComplete="off"
            mono
          />
        </>
      )}
    </Form>
  );
}

function theirWords(current: unknown): string {
  // safe because a conflict carries the object that the action gives
  const { method, workspaces } = current as LoginView;
  return method === null ? 'not decided' : restrictionWords({ method, workspaces });
}
