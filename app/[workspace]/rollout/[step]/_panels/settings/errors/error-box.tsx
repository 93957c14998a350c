import type { Route } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { VendorLink } from '#components/guide/vendor-link';
import { Box } from '#components/ui/box';
import { SubmitButton } from '#components/ui/submit-button';
import { TextArea } from '#components/ui/field';
import { LinkButton } from '#components/ui/button';
import { errorTexts } from '#lib/catalog/error-texts';
import { findTask } from '#lib/catalog/find-task';
import { taskPath } from '#lib/catalog/task-path';
import { guide } from '#lib/catalog/guide';
import { shownText } from '#lib/domain/errors-explained/error-text';
import { explainError, type ErrorMatch } from '#lib/domain/errors-explained/explain-error';
import { ownerOf } from '#lib/domain/rollout/standing';
import type { PanelProps } from '#lib/shell/panel-props';
import { rolloutOf } from '#lib/shell/rollout';

/** Element id of the box, so that a link to an answer leads to it. */
const errorBoxId = 'error-text';

/** Somebody met an error: paste it, and read the toggle or setting behind it, whose it is, and the fix. */
export function ErrorBox({ slug, step, search }: PanelProps) {
  const pasted = typeof search.error === 'string' ? search.error : '';
  // safe because the parts are a slug and the slug of a step
  const path = `/${slug}/rollout/${step.step.slug}` as Route;
  return (
    <Box id={errorBoxId} title="Somebody met an error">
      <Form action={`${path}#${errorBoxId}`} scroll={false} className="grid gap-3">
        <TextArea
          label="Paste an error text"
          name="error"
          mono
          rows={3}
          required
          maxLength={4000}
          hint="A line of it or a longer log. It becomes part of this page’s address, so leave out secrets."
          defaultValue={pasted}
        />
        <p className="flex flex-wrap gap-2">
          <SubmitButton small>Find the cause</SubmitButton>
          {pasted ? (
            <LinkButton small variant="quiet" href={path} scroll={false}>
              Clear
            </LinkButton>
          ) : null}
        </p>
      </Form>
      {pasted ? <Answer slug={slug} pasted={pasted} /> : null}
    </Box>
  );
}

function Answer({ slug, pasted }: { slug: string; pasted: string }) {
  const matches = explainError(pasted, errorTexts);
  return (
    <div role="status" className="mt-4 grid gap-4">
      {matches.length === 0 ? <NothingFound /> : null}
      {matches.map((match) => (
        <Explained key={match.error.id} slug={slug} match={match} />
      ))}
    </div>
  );
}

const kindWords: Readonly<Record<ErrorMatch['kind'], string>> = {
  whole: 'This very text',
  code: 'By its code',
  piece: 'A piece of this text',
  similar: 'Looks like this text',
};

async function Explained({ slug, match: { error, kind } }: { slug: string; match: ErrorMatch }) {
  const { texts, codes, where, means, fix, link, source } = error;
  const { facts } = await rolloutOf(slug);
  const owner = ownerOf(fix.duty, facts);
  const label = guide.duties[fix.duty].label;
  return (
    <article className="grid gap-1 border-t border-line pt-3">
      <h3>{means}</h3>
      <p className="text-read">{fix.text}</p>
      <p>
        {/* safe because the path of a task is a route */}
        <Link href={taskPath(slug, fix.taskId) as Route}>
          {findTask(fix.taskId)?.title ?? fix.taskId}
        </Link>{' '}
        <span className="meta">{`${label}: ${owner.name ?? 'nobody yet'}`}</span>
      </p>
      <p className="meta wrap-anywhere">
        {`${kindWords[kind]}, ${where}: `}
        {texts.map((text) => (
          <code key={text} className="block">
            {shownText(text)}
          </code>
        ))}
        {codes.length > 0 ? `Code ${codes.join(', ')}. ` : null}
        {`${source}.`}
      </p>
      {link ? (
        <p>
          <VendorLink className="alone" link={link} era={facts.labels.era} />
        </p>
      ) : null}
    </article>
  );
}

function NothingFound() {
  return (
    <p>
      <strong>No known text fits.</strong>{' '}
      <span className="text-text-2">
        Paste the line that says what failed, without the lines around it. If it stays unknown, look at the
        toggles that are not done above, then at the person’s role in Step 2, and ask the vendor’s support
        with the exact text.
      </span>
    </p>
  );
}
