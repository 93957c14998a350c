'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useState, type ReactNode } from 'react';
import { LinkButton } from './button';
import { FormRefusal, type Theirs } from './form-refusal';
import { useSaves, type SavedValue } from './form-saves';
import { refusalOf, stateOf, versionToSend, type FormAnswer, type FormState } from './form-state';
import { SubmitButton } from './submit-button';
import { showToast } from './toast';

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
  /** What was saved last, under the button until the page is left: a secret that is told this once. */
  shows?: ((value: SavedValue<A>) => ReactNode) | undefined;
  children: (state: FormState) => ReactNode;
};

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
  const { action, version, hidden = {}, closeHref, clears, children } = props;
  const [answer, send] = useActionState(action, null);
  const saves = useSaves(answer, version);
  const router = useRouter();
  const refused = refusalOf(answer);
  const said = saidOf(props.saved, answer);

  useEffect(() => {
    if (said === null) return;
    showToast(said);
    if (closeHref) router.replace(closeHref, { scroll: false });
  }, [answer, closeHref, router, said]);

  return (
    <form
      action={send}
      onReset={(event) => event.preventDefault()}
      onInput={saves.onInput}
      className="grid min-w-0 gap-3"
    >
      <FormRefusal
        refused={refused}
        theirs={props.theirs}
        renews={props.renews}
        keepTheirs={props.keepTheirs}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {saves.seenVersion === undefined || version === undefined ? null : (
        <input
          type="hidden"
          name="version"
          value={versionToSend(props.renews ? null : refused, saves.seenVersion)}
        />
      )}
      <div key={clears ? saves.count : 0} className="grid min-w-0 gap-3 empty:hidden">
        {children(stateOf(refused))}
      </div>
      <FormFoot {...props} said={saves.isTyping ? null : said} />
      {saves.last === null ? null : props.shows?.(saves.last.value)}
    </form>
  );
}

function saidOf<A extends FormAnswer>(saved: Props<A>['saved'], answer: A | null): string | null {
  if (!answer?.ok) return null;
  // safe because an answer that is ok holds the value its type says
  return typeof saved === 'string' ? saved : saved(answer.value as SavedValue<A>);
}

type FootProps = Pick<Props<never>, 'submit' | 'submitFor' | 'primary' | 'more' | 'closeHref'> & {
  said: string | null;
};

function FormFoot({ submit, submitFor, primary, more, closeHref, said }: FootProps) {
  const press = more ? { name: 'press', value: 'first' } : {};
  return (
    <p className="flex flex-wrap items-center gap-2">
      <SubmitButton {...press} small={!primary && !more} variant={primary ? 'primary' : undefined}>
        <span>
          {submit}
          {submitFor ? <span className="sr-only"> for {submitFor}</span> : null}
        </span>
      </SubmitButton>
      {more}
      {closeHref ? (
        <LinkButton small={!primary} variant="quiet" href={closeHref} scroll={false}>
          Cancel
        </LinkButton>
      ) : null}
      <span className="meta empty:-ml-2" role="status">
        {said}
      </span>
    </p>
  );
}
