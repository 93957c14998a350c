'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button';
import { RadioDoors } from '#components/ui/choice';
import { Field } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { sendFiles } from './send-files';

type Props = {
  /** Where files are sent. */
  address: string;
  /** Where imports are shown: a browser without scripts is led there. */
  here: Route;
  /** Why the last files were not taken, as the address says. */
  refusal: string | null;
};

const files = [
  { name: 'people', label: 'People', hint: 'Columns id, email, name, active.' },
  { name: 'groups', label: 'Groups', hint: 'Columns id, name, and source if you like.' },
  { name: 'memberships', label: 'Memberships', hint: 'Columns group_id, person_id.' },
];
const modes = [
  { value: 'merge', label: 'Add and change', second: 'Nothing is removed.' },
  {
    value: 'replace',
    label: 'Replace what was imported',
    second: 'What an earlier import brought and these files do not name is removed. Rows added by hand stay.',
  },
];

/** Sends files for a dry run. Works before any script has loaded; with them the page stays when files are refused. */
export function UploadForm({ address, here, refusal }: Props) {
  const [refused, setRefused] = useState(refusal);
  const [isSending, setSending] = useState(false);
  const router = useRouter();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const answer = await sendFiles(address, new FormData(event.currentTarget));
    setRefused(answer.refused);
    // safe because the parts are the page's own address and an id
    if (answer.id !== null) return router.push(`${here}/${answer.id}` as Route);
    setSending(false);
  };

  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${address}?dryRun=true&back=${encodeURIComponent(here)}`}
      onSubmit={(event) => void send(event)}
      className="grid grid-cols-1 gap-4"
    >
      {refused === null ? null : <Note tone="blocked" alert title={refused} />}
      <RadioDoors legend="What the files mean" name="mode" options={modes} defaultValue="merge" />
      <div className="grid grid-cols-1 gap-4 wide:grid-cols-3">
        {files.map(({ name, label, hint }) => (
          <Field key={name} type="file" name={name} label={label} hint={hint} accept=".csv,.tsv,.txt,.json" />
        ))}
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" working={isSending}>
          Try it out
        </Button>
        <span className="meta" role="status">
          {isSending
            ? 'Sending and checking each row…'
            : 'Nothing is changed yet: you see first what would be.'}
        </span>
      </p>
    </form>
  );
}
