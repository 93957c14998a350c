import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import { lossOf } from '#lib/domain/rbac/default-loss';
import type { CustomRole } from '#lib/domain/rbac/directory';
import { grantedKeys } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { accessHref, allOf, oneOf, panelHref } from '#access/access-address';
import { changeRoleAction, removeRoleAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { chosenGrants, chosenPermissions } from './chosen-permissions';
import { GetForm } from '#access/get-form';
import { PermissionBoxes } from './permission-boxes';
import { PermissionChange } from '#access/permission-change';
import { RoleName } from './role-form';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';

type Props = ViewProps & { id: string };

/** One custom role: its permissions, changed in two steps; its name; its end. */
export function RoleView({ id, ...props }: Props) {
  const { slug, access, mayGrant, search } = props;
  const role = access.roles.find((one) => one.id === id);
  if (!role) return <Note icon="minus" title="There is no such role any more." />;
  const groups = access.groups.filter(({ roleIds }) => roleIds.includes(id)).map(({ name }) => name);
  if (mayGrant && oneOf(search.remove) === 'yes') return <Removal slug={slug} role={role} />;

  return (
    <>
      {mayGrant ? <Preview {...props} role={role} /> : null}
      <Box
        title={role.name}
        meta={groups.length === 0 ? 'In no group' : `In ${namesWords(groups)}`}
        footer={mayGrant ? null : <span className="meta">The workspace owner changes roles.</span>}
      >
        {mayGrant ? (
          <GetForm action={panelHref(slug)} kept={{ role: id, preview: 'yes' }} submit="See what it does…">
            <PermissionBoxes ticked={chosenFor(role, access, search) ?? grantedKeys(role.permissions)} />
          </GetForm>
        ) : (
          <ul className="grid gap-1">
            {grantedKeys(role.permissions).map((key) => (
              <li key={key}>{permissionLabel(key, catalog)}</li>
            ))}
          </ul>
        )}
      </Box>
      {mayGrant ? (
        <Box title="Name and end of the role">
          <div className="grid gap-4">
            <RoleName action={changeRoleAction.bind(null, slug)} role={role} />
            <p>
              <LinkButton
                small
                variant="quiet"
                href={accessHref(slug, { view: 'role', id }, { remove: 'yes' })}
              >
                Remove the role…
              </LinkButton>
            </p>
          </div>
        </Box>
      ) : null}
    </>
  );
}

/** What is to be saved: the ticked boxes, or the role with all that people with it go without. */
function chosenFor(role: CustomRole, access: AccessFacts, search: ViewProps['search']) {
  if (oneOf(search.grant) === 'lost') {
    const lost = lossOf(access).sets.filter(({ roleIds }) => roleIds.includes(role.id));
    return chosenPermissions([...grantedKeys(role.permissions), ...lost.flatMap((set) => set.lost)]);
  }
  return oneOf(search.preview) === 'yes' ? chosenPermissions(allOf(search.permission)) : null;
}

function Preview({ slug, access, search, role }: ViewProps & { role: CustomRole }) {
  const chosen = chosenFor(role, access, search);
  if (!chosen) return null;
  return (
    <ChangePreview
      slug={slug}
      title={`${role.name}, as you chose it`}
      changes={[{ kind: 'role-changed', role: role.id, permissions: chosenGrants(chosen, role.permissions) }]}
      summary={<PermissionChange before={grantedKeys(role.permissions)} after={chosen} />}
    >
      <SaveForm
        action={changeRoleAction.bind(null, slug)}
        hidden={{ id: role.id, permissions: JSON.stringify(chosenGrants(chosen, role.permissions)) }}
        version={role.version}
        submit={`Change ${role.name}`}
        primary
        saved={`${role.name} changed.`}
        closeHref={accessHref(slug, { view: 'role', id: role.id })}
      />
    </ChangePreview>
  );
}

function Removal({ slug, role: { id, name, version } }: { slug: string; role: CustomRole }) {
  return (
    <ChangePreview
      slug={slug}
      title={`Remove the role ${name}`}
      changes={[{ kind: 'role-removed', role: id }]}
    >
      <SaveForm
        action={removeRoleAction.bind(null, slug)}
        hidden={{ id }}
        version={version}
        submit={`Remove ${name}`}
        primary
        saved={`${name} removed.`}
        closeHref={accessHref(slug, { view: 'roles' })}
      />
    </ChangePreview>
  );
}
