'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition, useActionState, useEffect } from 'react';
import type { FormAnswer } from './form-state';
import { Note } from './note';
import { SubmitButton } from './submit-button';
import { showToast } from './toast';

type Action<A> = (previous: A | null, form: FormData) => Promise<A>;
type Values = Readonly<Record<string, string>>;

type Props<A extends FormAnswer, U extends FormAnswer> = {
  action: Action<A>;
  /** What names the thing, and the version the page showed. */
  hidden: Values;
  submit: string;
  removed: string;
  /** Puts the thing back, with these values. */
  undo: { action: Action<U>; values: Values };
  closeHref: Route;
};

/** Removes one thing at once, and offers to put it back for as long as the toast stands. */
export function RemoveForm<A extends FormAnswer, U extends FormAnswer>(props: Props<A, U>) {
  const { action, hidden, submit, removed, undo, closeHref } = props;
  const [answer, send] = useActionState(action, null);
  const router = useRouter();

  useEffect(() => {
    if (!answer?.ok) return;
    const putBack = async () => {
      const again = await undo.action(null, formOf(undo.values));
      if (!again.ok) router.refresh();
    };
    showToast(removed, () => startTransition(putBack));
    router.replace(closeHref, { scroll: false });
    // The first answer that is ok removes the form; what its parent hands in later is of no matter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);

  return (
    <form action={send} className="grid gap-2">
      {answer?.ok === false ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        <SubmitButton small variant="quiet">
          {submit}
        </SubmitButton>
      </p>
    </form>
  );
}

function formOf(values: Values): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
