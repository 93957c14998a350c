import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { accessPath } from '#access/access-places';
import type { PeopleAddress } from './people-address';

type Props = { address: PeopleAddress; access: AccessFacts; mayPlace: boolean };

/** Where the first row would be: nobody is there yet, or nobody fits. */
export function Nobody({ address: { slug, kept }, access, mayPlace }: Props) {
  const { group, ...others } = kept;
  const found = access.groups.find(({ id }) => id === group);
  if (group && !found) return <p>{`There is no group called ${group}.`}</p>;
  if (found && Object.keys(others).length === 0) return <p>{`Nobody is in ${found.name}.`}</p>;
  if (Object.keys(kept).length > 0) return <p>Nobody fits this search.</p>;
  return (
    <EmptyState
      title="The customer’s people stand here, each with what they may do and why."
      action={
        mayPlace ? (
          <LinkButton variant="primary" href={accessPath(slug, 'import')}>
            Import people…
          </LinkButton>
        ) : null
      }
    >
      Without them nobody can say who loses what. A file brings all of them in a few minutes; to try a role, a
      few added below are enough.
    </EmptyState>
  );
}
