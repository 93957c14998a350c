'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Icon } from '#components/ui/icon';

const OVER_THE_WORK = '(max-width: 1180px)';

/** Closes the panel; Esc does too, and focus goes back to where it came from. */
export function PanelClose({ href }: { href: Route }) {
  const link = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    if (matchMedia(OVER_THE_WORK).matches) link.current?.focus();

    const onKey = (event: KeyboardEvent) => {
      const busy = event.defaultPrevented || document.querySelector('dialog[open], :popover-open');
      if (event.key === 'Escape' && !busy) link.current?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
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
