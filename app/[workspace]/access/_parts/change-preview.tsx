import Link from 'next/link';
import type { ReactNode } from 'react';
import { expectationHref } from '#access/expectations/expectation-address';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { Note } from '#components/ui/note';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { previewAccess, type AccessPreview } from '#lib/queries/access-preview';
import { requireContext } from '#lib/shell/context';
import { Effect } from './effect';

type Props = {
  slug: string;
  title: string;
  changes: readonly AccessChange[];
  summary?: ReactNode;
  children: ReactNode;
};

/** A change before it is saved: who loses, who leaves the default, who gains; then the button that saves it. */
export async function ChangePreview({ slug, title, changes, summary, children }: Props) {
  const effect = await previewAccess(await requireContext(slug), { changes });
  return (
    <Box title={title} icon={<Icon name="git-compare" tone="quiet" />} meta="Not saved yet">
      <div className="grid gap-4">
        {summary}
        {effect && effect.breaks.length > 0 ? <Breaks slug={slug} breaks={effect.breaks} /> : null}
        {effect ? <Effect effect={effect} /> : <p>What is to be changed has been removed.</p>}
        {effect ? children : null}
      </div>
    </Box>
  );
}

/** What is expected that a change would break: it can be made, and the step is open until it is mended or accepted. */
function Breaks({ slug, breaks }: { slug: string; breaks: AccessPreview['breaks'] }) {
  return (
    <Note
      tone="blocked"
      title={breaks.length === 1 ? 'It breaks an expectation.' : `It breaks ${breaks.length} expectations.`}
    >
      {`Step 2 is open again until ${breaks.length === 1 ? 'it holds or is' : 'they hold or are'} accepted.`}
      <ul className="mt-1 grid gap-1">
        {breaks.map(({ id, sentence, found }) => (
          <li key={id}>
            <Link href={expectationHref(slug, id)}>{sentence}</Link> <span className="meta">{found}</span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
