'use client';

import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands in the place of a page that could not be made. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <main id="main" className="bare bare-narrow">
      <title>Not shown · Slipway</title>
      <h1 className="mb-5">This page could not be shown</h1>
      <ErrorState
        title="Slipway could not read what belongs here."
        loggedUnder={error.digest}
        action={<Button onClick={retry}>Try again</Button>}
      >
        Nothing was changed. Where the database was away for a moment, the page is back once it answers.
      </ErrorState>
    </main>
  );
}
