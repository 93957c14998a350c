'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page again, every `everyMs`, for as long as it stands on a page that others can see. */
export function Watch({ everyMs = 1500 }: { everyMs?: number | undefined }) {
  const router = useRouter();
  useEffect(() => {
    const asking = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(asking);
  }, [everyMs, router]);
  return null;
}
