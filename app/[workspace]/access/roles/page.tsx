import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { RolesView } from '#access/roles/roles-view';

export const metadata: Metadata = { title: 'Roles' };

/** Rows 2.1 and 2.2: the workspace defaults and every custom role. */
export default async function RolesPage(props: PageProps<'/[workspace]/access/roles'>) {
  const view = await viewOf(props);
  return (
    <AccessFrame slug={view.slug} place="roles" fluid>
      <RolesView {...view} />
    </AccessFrame>
  );
}
