'use client';

import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';
import './globals.css';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands there when not even the document around the pages could be made. */
export default function GlobalErrorPage({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Not shown · Slipway</title>
        <main id="main" className="bare bare-narrow">
          <h1 className="mb-5">Slipway could not be shown</h1>
          <ErrorState
            title="This page could not be made."
            loggedUnder={error.digest}
            action={<Button onClick={retry}>Try again</Button>}
          >
            Nothing was changed. Try again; if it stays like this, tell whoever runs this server.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
