'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Field } from '#components/ui/field';
import { Form } from '#components/ui/form';
import { nameOf } from '#access/name-of';
import type { BoundAction } from '#lib/shell/bound-action';
import type { createDraftAction, renameDraftAction } from './actions';

const label = 'Name of the draft';

type NewProps = {
  action: BoundAction<typeof createDraftAction>;
  /** The address of the drafts, without an id at its end. */
  place: string;
};

/** Begins a draft and goes to it. */
export function NewDraft({ action, place }: NewProps) {
  return (
    <Form
      action={action}
      submit="Begin a draft"
      primary
      saved="Draft begun."
      clears
      // safe because the parts are a place of this app and an id
      shows={({ id, name }) => <GoTo href={`${place}/${id}` as Route} name={name} />}
    >
      {({ typedOf, errorOf }) => (
        <Field
          label={label}
          name="name"
          autoComplete="off"
          hint="Nothing changes until it is applied."
          defaultValue={typedOf('name')}
          error={errorOf('name')}
        />
      )}
    </Form>
  );
}

/** Goes there; before scripts have loaded it is the link. */
function GoTo({ href, name }: { href: Route; name: string }) {
  const router = useRouter();
  useEffect(() => router.push(href), [href, router]);
  return (
    <p>
      <Link href={href}>{`Open ${name}`}</Link>
    </p>
  );
}

type Props = {
  action: BoundAction<typeof renameDraftAction>;
  draft: { id: string; name: string; version: number };
};

/** Gives a draft another name. */
export function DraftName({ action, draft: { id, name, version } }: Props) {
  return (
    <Form action={action} version={version} hidden={{ id }} submit="Rename" saved="Renamed." theirs={nameOf}>
      {({ typedOf, errorOf }) => (
        <Field
          label={label}
          name="name"
          autoComplete="off"
          defaultValue={typedOf('name', name)}
          error={errorOf('name')}
        />
      )}
    </Form>
  );
}
