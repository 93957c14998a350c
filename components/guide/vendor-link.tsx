import type { ReactNode } from 'react';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { orderAddresses, type LabelEra } from '#lib/domain/rollout/label-era';

type Props = {
  link: GuideLink;
  /** Whose addresses stand first in the workspace. */
  era: LabelEra;
  className?: string | undefined;
  /** Other words than the page's title. */
  children?: ReactNode;
};

/** A page of the vendor, at the address the workspace looks for first, with the day it was last known good. */
export function VendorLink({ link, era, className = 'in-words', children }: Props) {
  const { first } = orderAddresses(link, era);
  return (
    <a
      className={className}
      href={first.url}
      title={`Last known good ${first.lastKnownGood}`}
      rel="noreferrer"
    >
      {children ?? first.title}
    </a>
  );
}
