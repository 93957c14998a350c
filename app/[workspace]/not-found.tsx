import type { Metadata } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { LinkButton } from '#components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

/** Nothing at this address of the workspace. */
export default function NotFound() {
  return (
    <Page>
      <PageHeader title="There is nothing at this address" />
      <p className="max-w-read text-read text-text-2">
        It may have been mistyped, or name a step or a page this version does not have.
      </p>
      <p>
        <LinkButton href="/">Go to the front page</LinkButton>
      </p>
    </Page>
  );
}
