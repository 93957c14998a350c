'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Icon } from '#components/ui/icon';

const OVER_THE_WORK = '(max-width: 1180px)';

/** Closes the panel; Esc does too, and focus goes back to where it came from. */
export function PanelClose({ href }: { href: Route }) {
  const link = useRef<HTMLAnchorElement>(null);
  const opener = useRef<Element>(null);

  // Before a field of the panel takes the focus for itself.
  useLayoutEffect(() => {
    opener.current = document.activeElement;
  }, []);

  useEffect(() => {
    const cameFrom = opener.current;
    const isInside = link.current?.closest('.panel')?.contains(document.activeElement) ?? false;
    if (matchMedia(OVER_THE_WORK).matches && !isInside) link.current?.focus();

    const onKey = (event: KeyboardEvent) => {
      const busy = event.defaultPrevented || document.querySelector('dialog[open], :popover-open');
      if (event.key === 'Escape' && !busy) link.current?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
    };
  }, []);

  return (
    <Link
      ref={link}
      href={href}
      scroll={false}
      className="btn btn-icon btn-small"
      aria-label="Close panel"
      title="Close panel"
    >
      <Icon name="x" />
    </Link>
  );
}
