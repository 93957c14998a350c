'use client';

import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Button } from '#components/ui/button';
import { ErrorState } from '#components/ui/error-state';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** What stands inside the frame in the place of a page that could not be made. */
export default function WorkspaceErrorPage({ error, retry }: Props) {
  return (
    <Page>
      <title>Not shown · Slipway</title>
      <PageHeader title="This page could not be shown" />
      <ErrorState
        title="Slipway could not read what belongs here."
        loggedUnder={error.digest}
        action={
          <Button small onClick={retry}>
            Try again
          </Button>
        }
      >
        Nothing was changed. Where the database was away for a moment, the page is back once it answers.
      </ErrorState>
    </Page>
  );
}
