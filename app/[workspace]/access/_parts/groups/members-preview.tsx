import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { addToGroupAction, removeFromGroupAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';
import { membersHref, membersSearch } from './members-search';

type Props = ViewProps & { group: GroupSummary; add: readonly string[]; out: readonly string[] };

/** Who is about to be put into a group or taken out of it, and what that does. Nothing where nobody is. */
export function MembersPreview({ slug, mayPlace, search, group, ...ids }: Props) {
  const { add, out } = ids;
  const people = add.length > 0 ? add : out;
  if (!mayPlace || group.source === 'scim' || people.length === 0) return null;
  const isAdding = add.length > 0;
  const title = isAdding
    ? `Put ${peopleWords(people.length)} into ${group.name}`
    : `Take ${peopleWords(people.length)} out of ${group.name}`;
  const kind = isAdding ? 'membership-added' : 'membership-removed';
  const changes = people.map((person) => ({ kind, group: group.id, person }) as const);
  return (
    <ChangePreview slug={slug} title={title} changes={changes}>
      <SaveForm
        action={(isAdding ? addToGroupAction : removeFromGroupAction).bind(null, slug)}
        hidden={{ id: group.id, people: JSON.stringify(people) }}
        submit={title}
        primary
        saved={isAdding ? 'Put into the group.' : 'Taken out of the group.'}
        closeHref={membersHref(slug, group.id, membersSearch(search))}
      />
    </ChangePreview>
  );
}
