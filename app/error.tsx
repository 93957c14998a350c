'use client';

import { ErrorState } from '#components/ui/error-state';
import { Button } from '#components/ui/button';

/** What stands in the place of a page that could not be made. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="p-8">
      <ErrorState
        title="This page could not be shown"
        action={<Button onClick={reset}>Try again</Button>}
        {...(error.digest ? { requestId: error.digest } : {})}
      >
        Nothing was changed. If the database was restarted, the page comes back by itself.
      </ErrorState>
    </main>
  );
}
