'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition, useActionState, useSyncExternalStore, type ReactNode } from 'react';
import type { FormAnswer } from './form-state';
import { Note } from './note';
import { SubmitButton } from './submit-button';
import { showRefusal, showToast } from './toast';

type Action<A> = (previous: A | null, form: FormData) => Promise<A>;
type Values = Readonly<Record<string, string>>;

type Props<A extends FormAnswer, U extends FormAnswer> = {
  action: Action<A>;
  /** What names the thing, and the version the page showed. */
  hidden: Values;
  submit: string;
  /** Of several alike, which one it is for: said after the button's words to whoever does not see the row. */
  submitFor?: string | undefined;
  removed: string;
  /** Puts the thing back, with these values. */
  undo: { action: Action<U>; values: Values };
  closeHref: Route;
  primary?: boolean | undefined;
  /** Beside the button: the way back. */
  children?: ReactNode;
};

const never = () => () => undefined;

/**
 * Removes one thing at once, and offers to put it back for as long as the toast stands.
 *
 * What held the thing is gone from the page by the time the answer is drawn, this form with it: so the toast
 * and the way back are told as the answer comes in, and so is a way back that is refused. Before scripts have loaded the bare action does it.
 */
export function RemoveForm<A extends FormAnswer, U extends FormAnswer>(props: Props<A, U>) {
  const { action, hidden, submit, submitFor, removed, undo, closeHref, primary, children } = props;
  const router = useRouter();
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const removeAndTell: Action<A> = async (previous, form) => {
    const answer = await action(previous, form);
    if (!answer.ok) {
      // What is there now comes with its version, so that the next press is about what is seen.
      startTransition(() => router.refresh());
      return answer;
    }
    const putBack = async () => {
      const back = await undo.action(null, formOf(undo.values));
      if (!back.ok) showRefusal(`Not put back: ${back.error.message}`);
      router.refresh();
    };
    showToast(removed, () => startTransition(putBack));
    startTransition(() => router.replace(closeHref, { scroll: false }));
    return answer;
  };
  const [answer, send] = useActionState<A | null, FormData>(hasScripts ? removeAndTell : action, null);

  return (
    <form action={send} className="grid gap-2">
      {answer?.ok === false ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="flex flex-wrap items-center gap-2">
        <SubmitButton small={!primary} variant={primary ? 'primary' : 'quiet'}>
          <span>
            {submit}
            {submitFor ? <span className="sr-only"> for {submitFor}</span> : null}
          </span>
        </SubmitButton>
        {children}
      </p>
    </form>
  );
}

function formOf(values: Values): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
