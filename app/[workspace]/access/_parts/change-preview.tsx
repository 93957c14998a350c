import type { ReactNode } from 'react';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { previewAccess } from '#lib/queries/access-preview';
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
        {effect ? <Effect effect={effect} /> : <p>What is to be changed has been removed.</p>}
        {effect ? children : null}
      </div>
    </Box>
  );
}
