'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useState, type ReactNode } from 'react';
import { useEarlyRefusal, type CheckForm } from './form-early';
import { FormFoot, type ShownConflict } from './form-foot';
import { FormRefusal, type Theirs } from './form-refusal';
import { useSaves, type SavedValue } from './form-saves';
import { refusalOf, stateOf, type FormAnswer, type FormState, type Refused } from './form-state';
import { showToast } from './toast';
import { Unseen } from './form-unseen';

type Props<A> = {
  /** A server action that a server component bound to its workspace. */
  action: (previous: A | null, form: FormData) => Promise<A>;
  /** Version of the object the page showed; sent along as it was at the first key. */
  version?: number | undefined;
  /** Values sent along unseen. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** The button's words: what happens. */
  submit: string;
  /** Of several alike, which one it is for: said after the button's words to whoever does not see the row. */
  submitFor?: string | undefined;
  primary?: boolean | undefined;
  /** Other buttons of the same form, told apart by a `press` of their own; Enter in a field presses the first. */
  more?: ReactNode;
  /** Where the page is without the form: it goes there once saved, and on Cancel. */
  closeHref?: Route | undefined;
  /** Said in a toast once saved; of what was saved, where a form does more than one thing. */
  saved: string | ((value: SavedValue<A>) => string);
  /** Fields are emptied once saved: for forms that add one thing after another. */
  clears?: boolean | undefined;
  /** Somebody else's values after a conflict, in words. */
  theirs?: Theirs | undefined;
  /** What the page shows follows from what is stored: after a conflict it is looked at again, never saved over. */
  renews?: boolean | undefined;
  /** A conflict over more than a line can tell, in the place of `theirs`. */
  conflict?: ((met: MetConflict) => ShownConflict) | undefined;
  /** What is known to be wrong before anything is sent. */
  check?: CheckForm | undefined;
  /** Why it cannot be saved now. */
  disabledReason?: string | undefined;
  /** The buttons stay in sight while the form is longer than the window. */
  sticky?: boolean | undefined;
  /** What was saved last, under the button until the page is left: a secret that is told this once. */
  shows?: ((value: SavedValue<A>) => ReactNode) | undefined;
  children: (state: FormState) => ReactNode;
};

/** Somebody else's save, met by one's own. */
type MetConflict = { refused: Refused; takeTheirs: () => void };

/**
 * A form whose refusals stand at their fields, that keeps what was typed, and that settles a conflict:
 * theirs is shown, and either can be kept. Works before any script has loaded.
 */
export function Form<A extends FormAnswer>(props: Props<A>) {
  const [round, setRound] = useState(0);
  const router = useRouter();
  const keepTheirs = () => {
    setRound(round + 1);
    router.refresh();
  };
  return <FormRound key={round} {...props} keepTheirs={keepTheirs} />;
}

function FormRound<A extends FormAnswer>(props: Props<A> & { keepTheirs: () => void }) {
  const { action, version, closeHref, clears, children } = props;
  const [answer, send] = useActionState(action, null);
  const saves = useSaves(answer, version);
  const { early, onSubmit } = useEarlyRefusal(props.check);
  const router = useRouter();
  const refused = early ?? refusalOf(answer);
  const said = saidOf(props.saved, answer);
  const conflict = conflictOf(props, refused);

  useEffect(() => {
    if (said === null) return;
    showToast(said);
    if (closeHref) router.replace(closeHref, { scroll: false });
  }, [answer, closeHref, router, said]);

  return (
    <form
      action={send}
      onSubmit={onSubmit}
      onReset={(event) => event.preventDefault()}
      onInput={saves.onInput}
      className="grid min-w-0 gap-3"
    >
      {conflict?.panel ?? (
        <FormRefusal
          refused={refused}
          theirs={props.theirs}
          renews={props.renews}
          keepTheirs={props.keepTheirs}
        />
      )}
      <Unseen {...props} refused={refused} seenVersion={saves.seenVersion} />
      <div key={clears ? saves.count : 0} className="grid min-w-0 gap-3 empty:hidden">
        {children(stateOf(refused))}
      </div>
      <FormFoot {...props} conflict={conflict} said={saves.isTyping ? null : said} />
      {saves.last === null ? null : props.shows?.(saves.last.value)}
    </form>
  );
}

function conflictOf<A extends FormAnswer>(
  { conflict, keepTheirs }: Props<A> & { keepTheirs: () => void },
  refused: Refused | null,
): ShownConflict | null {
  if (!conflict || refused?.error.code !== 'conflict') return null;
  return conflict({ refused, takeTheirs: keepTheirs });
}

function saidOf<A extends FormAnswer>(saved: Props<A>['saved'], answer: A | null): string | null {
  if (!answer?.ok) return null;
  // safe because an answer that is ok holds the value its type says
  return typeof saved === 'string' ? saved : saved(answer.value as SavedValue<A>);
}
