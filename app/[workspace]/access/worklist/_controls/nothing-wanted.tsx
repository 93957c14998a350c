import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { accessPath } from '#access/access-places';

/** Where the first step would be. */
export function NothingWanted({ slug }: { slug: string }) {
  return (
    <EmptyState
      title="Nothing is wanted yet."
      action={
        <>
          <LinkButton href={accessPath(slug, 'roles')}>Open the roles</LinkButton>
          <LinkButton variant="quiet" href={accessPath(slug, 'import')}>
            Open the import
          </LinkButton>
        </>
      }
    >
      Once there are roles, groups or workspace defaults, what to click in the vendor’s console stands here,
      in an order in which nobody loses what they are to keep.
    </EmptyState>
  );
}
