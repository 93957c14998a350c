import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BareFrame } from '#components/layout/bare-frame';
import { isSetUp } from '#lib/queries/one-time-links';
import { version } from '#lib/shell/version';

export const metadata: Metadata = { title: 'Set up' };
export const dynamic = 'force-dynamic';

/** What somebody sees who opens an empty installation without its set-up link. */
export default async function SetupPage() {
  if (await isSetUp()) redirect('/sign-in');
  return (
    <BareFrame version={version}>
      <h1>Slipway is waiting for its first account</h1>
      <p className="text-read text-text-2">
        The one-time set-up link stands where Slipway was started: in the terminal of <code>npm start</code>,
        or in the service’s log. Starting Slipway again prints a new one.
      </p>
    </BareFrame>
  );
}
