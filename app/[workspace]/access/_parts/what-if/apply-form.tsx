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
  const again = error !== null && isMoved(error);
  return (
    <form action={send} className="grid gap-3">
      {error ? <Refusal error={error} /> : null}
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

type Failure = Extract<Answer, { ok: false }>['error'];

/** Whether somebody wrote since the page was shown. */
const isMoved = ({ code }: Failure): boolean => code === 'effect_moved' || code === 'conflict';

function Refusal({ error }: { error: Failure }) {
  return (
    <>
      <Note tone={isMoved(error) ? 'stale' : 'blocked'} alert title={error.message} />
      {error.code === 'effect_moved' ? <EffectTable seen={error.seen} now={error.now} /> : null}
    </>
  );
}
