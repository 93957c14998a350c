import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { GroupsView } from '#access/groups/groups-view';

export const metadata: Metadata = { title: 'Groups' };

/** Rows 2.3 and 2.6: the groups with their roles and people. */
export default async function GroupsPage(props: PageProps<'/[workspace]/access/groups'>) {
  const view = await viewOf(props);
  return (
    <AccessFrame slug={view.slug} place="groups">
      <GroupsView {...view} />
    </AccessFrame>
  );
}
