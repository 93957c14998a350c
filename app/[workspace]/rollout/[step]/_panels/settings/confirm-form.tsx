'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { LinkButton } from '#components/ui/button';
import { ChoiceGroup, Radio } from '#components/ui/choice';
import { Field, TextArea } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { showToast } from '#components/ui/toast';
import type { BoundAction } from '#lib/shell/bound-action';
import type { confirmSettingAction } from './actions';

type Props = {
  action: BoundAction<typeof confirmSettingAction>;
  settingKey: string;
  label: string;
  /** The panel without this form. */
  closeHref: Route;
  /** Where focus goes when it is recorded. */
  truthsId: string;
};

/** What somebody saw a toggle stand at, with a note and a link as proof. */
export function ConfirmForm({ action, settingKey, label, closeHref, truthsId }: Props) {
  const [answer, submit] = useActionState(action, null);
  const router = useRouter();

  useEffect(() => {
    if (!answer?.ok) return;
    showToast(`Confirmed ${answer.value.confirmed ?? ''}: ${label}`);
    document.getElementById(truthsId)?.focus();
    router.replace(closeHref, { scroll: false });
  }, [answer, closeHref, label, router, truthsId]);

  if (answer?.ok) return <Recorded closeHref={closeHref} />;
  const fields = answer && 'fields' in answer.error ? answer.error.fields : {};
  return (
    <form action={submit} onReset={(event) => event.preventDefault()} className="mt-4 grid gap-3">
      {answer ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      <input type="hidden" name="key" value={settingKey} />
      <ConfirmFields typed={answer?.typed ?? {}} fields={fields} />
      <p className="flex flex-wrap gap-2">
        <SubmitButton variant="primary">Confirm what I saw</SubmitButton>
        <LinkButton variant="quiet" href={closeHref} scroll={false}>
          Cancel
        </LinkButton>
      </p>
    </form>
  );
}

type FieldsProps = { typed: Record<string, string>; fields: Record<string, string[]> };

function ConfirmFields({ typed, fields }: FieldsProps) {
  return (
    <>
      <ChoiceGroup
        legend="What did you see?"
        error={fields.state ? 'Choose what ChatGPT showed: on or off.' : undefined}
      >
        <Radio name="state" value="on" required autoFocus defaultChecked={typed.state === 'on'}>
          It is on
        </Radio>
        <Radio name="state" value="off" required defaultChecked={typed.state === 'off'}>
          It is off
        </Radio>
      </ChoiceGroup>
      <TextArea
        label="Note"
        name="note"
        rows={3}
        hint="Where you looked, if it helps the next person"
        error={fields.note}
        defaultValue={typed.note}
      />
      <Field
        label="Link to proof"
        name="link"
        inputMode="url"
        autoComplete="off"
        hint="A screenshot or a ticket"
        error={fields.link}
        defaultValue={typed.link}
      />
    </>
  );
}

/** What stands in the form's place until the page without it is here, and for good before JavaScript. */
function Recorded({ closeHref }: { closeHref: Route }) {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2" role="status">
      Recorded.
      <LinkButton small variant="quiet" href={closeHref} scroll={false}>
        Close the form
      </LinkButton>
    </p>
  );
}
