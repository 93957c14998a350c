'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button';
import { Field } from '#components/ui/field';
import { showToast } from '#components/ui/toast';
import { sendFile } from './send-file';

type Props = {
  /** Where files are sent. */
  address: string;
  /** The page as it is now: a browser without scripts is led back to it. */
  here: string;
  accept: string;
  /** Why the last file was not added, as the address says. */
  refusal: string | null;
};

/** Adds one proof file. What is refused says why, and the page stays, before any script has loaded too. */
export function EvidenceUpload({ address, here, accept, refusal }: Props) {
  const [answer, setAnswer] = useState(refusal);
  const [isSending, setSending] = useState(false);
  const router = useRouter();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    setSending(true);
    const refused = await sendFile(address, new FormData(form));
    setSending(false);
    setAnswer(refused);
    if (refused !== null) return;
    form.reset();
    showToast('Added as proof.');
    router.refresh();
  };

  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${address}?back=${encodeURIComponent(here)}`}
      onSubmit={(event) => void send(event)}
      className="mt-3 grid gap-2"
    >
      <Field
        type="file"
        name="file"
        label="Add a file"
        required
        accept={accept}
        hint="A picture, PDF, text, table or archive of at most 10 MB. The same name again becomes its next version."
        error={answer ?? undefined}
      />
      <p role="alert" className="sr-only">
        {answer}
      </p>
      <p>
        <Button small type="submit" icon="paperclip" working={isSending}>
          Add as proof
        </Button>
      </p>
    </form>
  );
}
