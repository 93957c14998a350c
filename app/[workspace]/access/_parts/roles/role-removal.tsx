import { accessHref } from '#access/access-address';
import { removeRoleAction, restoreRoleAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { LinkButton } from '#components/ui/button';
import { RemoveForm } from '#components/ui/remove-form';
import type { CustomRole } from '#lib/domain/rbac/directory';

type Props = { slug: string; role: CustomRole };

/** A role is about to be removed: who loses what, then the button; it can be put back as it was. */
export function RoleRemoval({ slug, role: { id, name, version } }: Props) {
  return (
    <ChangePreview
      slug={slug}
      title={`Remove the role ${name}`}
      changes={[{ kind: 'role-removed', role: id }]}
    >
      <RemoveForm
        action={removeRoleAction.bind(null, slug)}
        hidden={{ id, version: String(version) }}
        submit={`Remove ${name}`}
        primary
        removed={`${name} removed.`}
        undo={{ action: restoreRoleAction.bind(null, slug), values: { id } }}
        closeHref={accessHref(slug, { view: 'roles' })}
      >
        <LinkButton variant="quiet" href={accessHref(slug, { view: 'role', id })} scroll={false}>
          Cancel
        </LinkButton>
      </RemoveForm>
    </ChangePreview>
  );
}
