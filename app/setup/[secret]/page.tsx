import type { Metadata } from 'next';
import { BareFrame } from '#components/layout/bare-frame';
import { LinkButton } from '#components/ui/button';
import { Points } from '#components/ui/points';
import { findSetupLink } from '#lib/queries/one-time-links';
import { version } from '#lib/shell/version';
import { setUpAction } from './_controls/actions';
import { SetupForm } from './_controls/setup-form';
import { hoursAndMinutes } from './hours-and-minutes';
import { storedFacts } from './stored-facts';

// The secret is in the address, so it goes to no other site; to ours it must, or a form sent before JavaScript
// has loaded would come from an unknown origin.
export const metadata: Metadata = { title: 'Create the first account', referrer: 'same-origin' };

export default async function SetupPage({ params }: PageProps<'/setup/[secret]'>) {
  const { secret } = await params;
  const now = new Date();
  const link = await findSetupLink(secret, now);
  if (!link) return <LinkEnded />;

  const aside = (
    <>
      <h2 className="mb-3">What is stored, and where</h2>
      <Points points={storedFacts} />
    </>
  );
  return (
    <BareFrame version={version} aside={aside}>
      <h1>Create the first account</h1>
      <p className="mt-1 mb-6 text-read text-text-2">
        It becomes the workspace owner: it can decide, and name the other owners.
      </p>
      <SetupForm
        action={setUpAction.bind(null, secret)}
        timeZones={[...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]}
        endsIn={hoursAndMinutes(link.expiresAt.getTime() - now.getTime())}
      />
    </BareFrame>
  );
}

function LinkEnded() {
  return (
    <BareFrame version={version}>
      <h1>This set-up link was used or has ended</h1>
      <p className="mt-1 mb-6 text-read text-text-2">
        If the first account exists, sign in with it. If not, start Slipway again: it prints a new link.
      </p>
      <LinkButton href="/sign-in">Go to sign-in</LinkButton>
    </BareFrame>
  );
}
