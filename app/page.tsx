import { redirect } from 'next/navigation';
import { findFirstPath } from '#lib/shell/front-door';

/** The front door leads on: to one's workspace, to sign-in, or to the first run. */
export default async function FrontDoor() {
  redirect(await findFirstPath());
}
