'use client';

import type { Route } from 'next';
import { useActionState } from 'react';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { applyDraftAction } from './actions';
import { EffectTable } from './effect-table';

type Answer = Awaited<ReturnType<typeof applyDraftAction>>;

type Props = {
  action: (previous: Answer | null, form: FormData) => Promise<Answer>;
  /** The draft, its version and the effect that the page shows. */
  values: Readonly<Record<string, string>>;
  submit: string;
  /** The page as things are now, with what was seen here beside it. */
  againHref: Route;
  closeHref: Route;
};

/** Applies what the page shows. Where that has moved meanwhile, then and now are told, and it is looked at again. */
export function ApplyForm({ action, values, submit, againHref, closeHref }: Props) {
  const [answer, send] = useActionState(action, null);
  const error = answer?.ok === false ? answer.error : null;
  const again = error?.code === 'effect_moved' || error?.code === 'conflict';
  return (
    <form action={send} className="grid gap-3">
      {error ? <Note tone={again ? 'stale' : 'blocked'} alert title={error.message} /> : null}
      {error?.code === 'effect_moved' ? <EffectTable seen={error.seen} now={error.now} /> : null}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="flex flex-wrap items-center gap-2">
        {again ? (
          <LinkButton variant="primary" href={againHref}>
            Look again
          </LinkButton>
        ) : (
          <SubmitButton variant="primary">{submit}</SubmitButton>
        )}
        <LinkButton variant="quiet" href={closeHref} scroll={false}>
          Cancel
        </LinkButton>
      </p>
    </form>
  );
}
