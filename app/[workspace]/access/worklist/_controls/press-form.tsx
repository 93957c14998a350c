'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';

type Answer = { ok: true } | { ok: false; error: { code: string; message: string } };

type Props<A extends Answer> = {
  /** A server action that a server component bound to its workspace. */
  action: (previous: A | null, form: FormData) => Promise<A>;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** Of several alike, which one it is for: said after the button's words to whoever does not see the row. */
  submitFor: string;
  quiet?: boolean | undefined;
};

/** One press that confirms or takes back. What has moved meanwhile is shown as it is now, with the reason. */
export function PressForm<A extends Answer>({ action, hidden, submit, submitFor, quiet }: Props<A>) {
  const [answer, send] = useActionState<A | null, FormData>(action, null);
  const router = useRouter();
  const refused = answer?.ok === false ? answer.error : null;
  useEffect(() => {
    if (refused) router.refresh();
  }, [refused, router]);

  return (
    <form action={send} className="grid gap-2 self-start">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="print-none">
        <SubmitButton small variant={quiet ? 'quiet' : 'plain'}>
          <span>
            {submit}
            <span className="sr-only"> for “{submitFor}”</span>
          </span>
        </SubmitButton>
      </p>
      {refused ? <Note tone="stale" icon="git-compare" alert title={wordsOf(refused)} /> : null}
    </form>
  );
}

const wordsOf = ({ code, message }: { code: string; message: string }) =>
  code === 'conflict'
    ? 'The worklist has moved since this page was opened. It stands here as it is now.'
    : message;
