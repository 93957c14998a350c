import { accessHref } from '#access/access-address';
import { removeGroupAction, restoreGroupAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { LinkButton } from '#components/ui/button';
import { RemoveForm } from '#components/ui/remove-form';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';

type Props = { slug: string; group: GroupSummary };

/** A group is about to be removed: who loses what, then the button; it can be put back as it was. */
export function GroupRemoval({ slug, group: { id, name, version } }: Props) {
  return (
    <ChangePreview
      slug={slug}
      title={`Remove the group ${name}`}
      changes={[{ kind: 'group-removed', group: id }]}
    >
      <RemoveForm
        action={removeGroupAction.bind(null, slug)}
        hidden={{ id, version: String(version) }}
        submit={`Remove ${name}`}
        primary
        removed={`${name} removed.`}
        undo={{ action: restoreGroupAction.bind(null, slug), values: { id } }}
        closeHref={accessHref(slug, { view: 'groups' })}
      >
        <LinkButton variant="quiet" href={accessHref(slug, { view: 'group', id })} scroll={false}>
          Cancel
        </LinkButton>
      </RemoveForm>
    </ChangePreview>
  );
}
