'use client';

import type { Route } from 'next';
import { Form } from '#components/ui/form';
import { nameOf } from '#access/name-of';
import type { BoundAction } from '#lib/shell/bound-action';
import type { discardDraftAction } from './actions';

type Props = {
  action: BoundAction<typeof discardDraftAction>;
  draft: { id: string; version: number };
  /** Where one is once it is gone. */
  closeHref: Route;
};

/** Throws the draft away and goes back to the others. */
export function DiscardDraft({ action, draft: { id, version }, closeHref }: Props) {
  return (
    <Form
      action={action}
      hidden={{ id }}
      version={version}
      submit="Discard this draft"
      saved="Discarded."
      closeHref={closeHref}
      theirs={nameOf}
    >
      {() => <p className="meta">Nothing that is in force changes. The record keeps what the draft said.</p>}
    </Form>
  );
}
