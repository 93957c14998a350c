import type { Metadata } from 'next';
import { AccessFrame } from '#access/access-frame';
import { viewOf } from '#access/access-view';
import { DefaultsView } from '#access/roles/defaults-view';

export const metadata: Metadata = { title: 'Workspace defaults' };

/** Row 2.1: what people without any custom role may do. */
export default async function DefaultsPage(props: PageProps<'/[workspace]/access/defaults'>) {
  const view = await viewOf(props);
  return (
    <AccessFrame slug={view.slug} place="roles" title="Workspace defaults">
      <DefaultsView {...view} />
    </AccessFrame>
  );
}
