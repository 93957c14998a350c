import { Box } from '#components/ui/box';
import { permissions as catalog } from '#lib/catalog/permissions';
import { grantedKeys } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { accessHref, allOf, oneOf, panelHref } from '#access/access-address';
import { setDefaultsAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { chosenGrants, chosenPermissions } from './chosen-permissions';
import { GetForm } from '#access/get-form';
import { PermissionBoxes } from './permission-boxes';
import { PermissionChange } from '#access/permission-change';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';

/** Row 2.1: what people without any custom role may do; changed in two steps, with who loses between them. */
export function DefaultsView({ slug, access: { defaults }, mayGrant, search }: ViewProps) {
  const isPreview = oneOf(search.preview) === 'yes' && mayGrant;
  const chosen = chosenPermissions(allOf(search.permission));
  return (
    <>
      {isPreview ? (
        <ChangePreview
          slug={slug}
          title="Workspace defaults, as you chose them"
          changes={[
            { kind: 'default-role-changed', permissions: chosenGrants(chosen, defaults.permissions) },
          ]}
          summary={<PermissionChange before={grantedKeys(defaults.permissions)} after={chosen} />}
        >
          <SaveForm
            action={setDefaultsAction.bind(null, slug)}
            hidden={{ permissions: JSON.stringify(chosenGrants(chosen, defaults.permissions)) }}
            version={defaults.version}
            submit="Set the workspace defaults"
            primary
            saved="Workspace defaults set."
            closeHref={accessHref(slug, { view: 'roles' })}
          />
        </ChangePreview>
      ) : null}
      <Box title="Workspace defaults" meta="People without any custom role">
        {mayGrant ? (
          <GetForm
            action={panelHref(slug)}
            kept={{ view: 'defaults', preview: 'yes' }}
            submit="See what it does…"
          >
            <PermissionBoxes ticked={isPreview ? chosen : grantedKeys(defaults.permissions)} />
          </GetForm>
        ) : (
          <ul className="grid gap-1">
            {grantedKeys(defaults.permissions).map((key) => (
              <li key={key}>{permissionLabel(key, catalog)}</li>
            ))}
            <li className="meta">The workspace owner sets them.</li>
          </ul>
        )}
      </Box>
    </>
  );
}
