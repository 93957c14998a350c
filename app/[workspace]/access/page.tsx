import { redirect } from 'next/navigation';
import { accessPath } from './_parts/access-places';

/** The tool of Step 2 begins with its people. */
export default async function AccessPage({ params }: PageProps<'/[workspace]/access'>) {
  redirect(accessPath((await params).workspace, 'people'));
}
