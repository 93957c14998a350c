'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect, useRef, useState } from 'react';
import { LinkButton } from '#components/ui/button';
import { TextArea } from '#components/ui/field';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { showToast } from '#components/ui/toast';
import type { BoundAction } from '#lib/shell/bound-action';
import type { importRepositoriesAction } from './actions';
import { FileInto } from './file-into';
import { ImportResult, importWords } from './import-result';

type Props = { action: BoundAction<typeof importRepositoriesAction>; closeHref: Route };

type Answer = Awaited<ReturnType<Props['action']>>;

const hint =
  'Columns: name, connector (allowed, not allowed), code review (off, on, automatic, personal). Commas or semicolons; a first line with the columns’ names is optional. An empty cell leaves what is stored.';

/** Takes a CSV file: first looked at, then imported whole or not at all. */
export function ImportForm({ action, closeHref }: Props) {
  const [answer, send] = useActionState(action, null);
  const [outdated, setOutdated] = useState<Answer | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const onEdit = () => setOutdated(answer);

  useEffect(() => {
    if (!answer?.ok || answer.value.dryRun) return;
    showToast(`Imported: ${importWords(answer.value)}.`);
    router.replace(closeHref, { scroll: false });
  }, [answer, closeHref, router]);

  return (
    <form
      action={send}
      aria-label="Import repositories"
      onReset={(event) => event.preventDefault()}
      onInput={onEdit}
      className="grid min-w-0 gap-3 border-t border-line pt-4"
    >
      <FileInto area={area} onRead={onEdit} />
      <div ref={area}>
        <TextArea
          label="Text of the CSV file"
          name="csv"
          mono
          rows={6}
          spellCheck={false}
          hint={hint}
          error={wrongText(answer)}
          defaultValue={answer?.typed?.csv}
        />
      </div>
      {answer && answer !== outdated ? <Outcome answer={answer} /> : null}
      <Buttons closeHref={closeHref} />
    </form>
  );
}

const wrongText = (answer: Answer | null) =>
  answer?.ok === false && 'fields' in answer.error ? answer.error.fields.csv : undefined;

/** What a check found, or why an import was refused. */
function Outcome({ answer }: { answer: Answer }) {
  if (!answer.ok) {
    const { error } = answer;
    return (
      <>
        <Note tone="blocked" alert title={error.message} />
        {error.code === 'rows_refused' ? <ImportResult faults={error.faults} rows={[]} /> : null}
      </>
    );
  }
  const { dryRun, faults, rows } = answer.value;
  if (!dryRun) return null;
  return (
    <div role="status" className="grid gap-3">
      <p>{`Nothing is written yet. The import would come to: ${importWords(answer.value)}.`}</p>
      <ImportResult faults={faults} rows={rows} />
    </div>
  );
}

function Buttons({ closeHref }: { closeHref: Route }) {
  return (
    <p className="flex flex-wrap items-center gap-2">
      <SubmitButton small name="dryRun" value="true">
        Check the file
      </SubmitButton>
      <SubmitButton small name="dryRun" value="false">
        Import
      </SubmitButton>
      <LinkButton small variant="quiet" href={closeHref} scroll={false}>
        Cancel
      </LinkButton>
    </p>
  );
}
