import type { Metadata } from 'next';
import { BareFrame } from '#components/layout/bare-frame';
import { LinkButton } from '#components/ui/button';
import { findRecoverLink } from '#lib/queries/one-time-links';
import { version } from '#lib/shell/version';
import { recoverAction } from './_controls/actions';
import { RecoverForm } from './_controls/recover-form';

// The secret is in the address, so it goes to no other site; to ours it must, or a form sent before JavaScript
// has loaded would come from an unknown origin.
export const metadata: Metadata = { title: 'Set a new password', referrer: 'same-origin' };

export default async function RecoverPage({ params }: PageProps<'/recover/[secret]'>) {
  const { secret } = await params;
  const link = await findRecoverLink(secret, new Date());
  if (!link) {
    return (
      <BareFrame version={version}>
        <h1>This link was used or has ended</h1>
        <p className="mt-1 mb-6 text-read text-text-2">
          Ask whoever runs Slipway for a new one: <code>npm run recover -- your e-mail address</code>.
        </p>
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </BareFrame>
    );
  }
  return (
    <BareFrame version={version}>
      <h1>Set a new password</h1>
      <p className="mt-1 mb-6 text-read text-text-2">
        For {link.email}. Every browser that is signed in with this account is signed out.
      </p>
      <RecoverForm action={recoverAction.bind(null, secret)} email={link.email} />
    </BareFrame>
  );
}
