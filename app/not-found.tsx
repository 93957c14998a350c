import { BareFrame } from '#components/layout/bare-frame';
import { LinkButton } from '#components/ui/button';
import { version } from '#lib/shell/version';

/** Nothing at this address, or nothing for whoever asks: both read the same, so that an address tells nothing. */
export default function NotFound() {
  return (
    <BareFrame version={version}>
      <title>Not found · Slipway</title>
      <h1>There is nothing at this address</h1>
      <p className="mt-1 mb-6 text-read text-text-2">
        It may have been mistyped, or belong to a workspace you are no member of.
      </p>
      <LinkButton href="/">Go to the front page</LinkButton>
    </BareFrame>
  );
}
