import { accessHref, oneOf } from '#access/access-address';
import { changeRoleAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { GetForm } from '#access/get-form';
import { PermissionChange } from '#access/permission-change';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { permissions as catalog } from '#lib/catalog/permissions';
import { chosenGrants } from '#lib/domain/rbac/chosen-grants';
import { lossOf } from '#lib/domain/rbac/default-loss';
import type { CustomRole } from '#lib/domain/rbac/directory';
import type { Grants } from '#lib/domain/rbac/grants';
import { PermissionBoxes } from './permission-boxes';
import { RoleName } from './role-form';
import { RoleRemoval } from './role-removal';
import { SaidList } from './said-list';

type Props = ViewProps & { role: CustomRole };

/** One custom role: its permissions, changed in two steps; its name; its end. */
export function RoleView(props: Props) {
  const { slug, access, mayGrant, search, role } = props;
  const { id, permissions } = role;
  const href = accessHref(slug, { view: 'role', id });
  if (mayGrant && oneOf(search.remove) === 'yes') return <RoleRemoval slug={slug} role={role} />;
  const chosen = mayGrant ? chosenFor(props) : null;

  return (
    <>
      {chosen ? <Preview {...props} chosen={chosen} /> : null}
      <Box
        title="What it grants"
        footer={mayGrant ? null : <span className="meta">The workspace owner changes roles.</span>}
      >
        {mayGrant ? (
          <GetForm action={href} kept={{ preview: 'yes' }} submit="See what it does…">
            <PermissionBoxes said={chosen ?? permissions} model={access.model.model} isRole />
          </GetForm>
        ) : (
          <SaidList said={permissions} model={access.model.model} />
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

/** What is to be saved: what the form said, or the role with all that people with it go without. */
function chosenFor({ role, access, search }: Props): Grants | null {
  const { permissions } = role;
  if (oneOf(search.grant) === 'lost') {
    const lost = lossOf(access).sets.filter(({ roleIds }) => roleIds.includes(role.id));
    const again = lost
      .flatMap((set) => set.lost)
      .map((key) => [key, access.defaults.permissions[key] ?? true]);
    return { ...permissions, ...Object.fromEntries(again) };
  }
  return oneOf(search.preview) === 'yes' ? chosenGrants(search, permissions, catalog) : null;
}

function Preview({ slug, access, role, chosen }: Props & { chosen: Grants }) {
  return (
    <ChangePreview
      slug={slug}
      title={`${role.name}, as you chose it`}
      changes={[{ kind: 'role-changed', role: role.id, permissions: chosen }]}
      summary={<PermissionChange before={role.permissions} after={chosen} model={access.model.model} />}
    >
      <SaveForm
        action={changeRoleAction.bind(null, slug)}
        hidden={{ id: role.id, permissions: JSON.stringify(chosen) }}
        version={role.version}
        submit={`Change ${role.name}`}
        primary
        saved={`${role.name} changed.`}
        closeHref={accessHref(slug, { view: 'role', id: role.id })}
      />
    </ChangePreview>
  );
}
