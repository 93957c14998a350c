import { BareFrame } from '#components/layout/bare-frame';
import { LinkButton } from '#components/ui/button';
import type { InvitationStanding } from '#lib/domain/members/invitation';
import { version } from '#lib/shell/version';

type Standing = Exclude<InvitationStanding, 'open'> | 'unknown';

const words: Readonly<Record<Standing, { title: string; text: string }>> = {
  used: {
    title: 'This invitation was used',
    text: 'A link works once. If it was you, sign in; if not, tell whoever invited you.',
  },
  revoked: {
    title: 'This invitation was revoked',
    text: 'Ask whoever invited you for a new link.',
  },
  ended: {
    title: 'This invitation has ended',
    text: 'A link works for seven days, and no longer than the access it gives. Ask whoever invited you for a new one.',
  },
  unknown: {
    title: 'This is no invitation',
    text: 'There is nothing behind this link. Check that it was copied whole, or ask for a new one.',
  },
};

/** Why a link invites nobody any more. Of a link that was never made nothing is told. */
export function LinkEnded({ standing }: { standing: Standing }) {
  const { title, text } = words[standing];
  return (
    <BareFrame version={version}>
      <h1>{title}</h1>
      <p className="mt-1 mb-6 text-read text-text-2">{text}</p>
      <LinkButton href="/sign-in">Go to sign-in</LinkButton>
    </BareFrame>
  );
}
