import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { SuggestedView } from '#access/groups/suggested-view';

export const metadata: Metadata = { title: 'Suggested groups' };

/** Row 2.6: the guide's two groups for a gradual rollout. */
export default async function SuggestedGroupsPage(props: PageProps<'/[workspace]/access/suggested-groups'>) {
  const view = await viewOf(props);
  return (
    <AccessFrame slug={view.slug} place="groups" title="Suggested groups">
      <SuggestedView {...view} />
    </AccessFrame>
  );
}
