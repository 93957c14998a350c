import { accessHref, oneOf } from '#access/access-address';
import { setDefaultsAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { GetForm } from '#access/get-form';
import { PermissionChange } from '#access/permission-change';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { permissions as catalog } from '#lib/catalog/permissions';
import { chosenGrants } from '#lib/domain/rbac/chosen-grants';
import { PermissionBoxes } from './permission-boxes';
import { SaidList } from './said-list';

/** Row 2.1: what people without any custom role may do; changed in two steps, with who loses between them. */
export function DefaultsView({ slug, access: { defaults, model }, mayGrant, search }: ViewProps) {
  const isPreview = oneOf(search.preview) === 'yes' && mayGrant;
  const before = defaults.permissions;
  const chosen = isPreview ? chosenGrants(search, before, catalog) : before;
  const href = accessHref(slug, { view: 'defaults' });
  return (
    <>
      {isPreview ? (
        <ChangePreview
          slug={slug}
          title="Workspace defaults, as you chose them"
          changes={[{ kind: 'default-role-changed', permissions: chosen }]}
          summary={<PermissionChange before={before} after={chosen} model="guide-2026-03" />}
        >
          <SaveForm
            action={setDefaultsAction.bind(null, slug)}
            hidden={{ permissions: JSON.stringify(chosen) }}
            version={defaults.version}
            submit="Set the workspace defaults"
            primary
            saved="Workspace defaults set."
            closeHref={accessHref(slug, { view: 'roles' })}
          />
        </ChangePreview>
      ) : null}
      <Box
        title="What they grant"
        meta="People without any custom role"
        footer={mayGrant ? null : <span className="meta">The workspace owner sets them.</span>}
      >
        {mayGrant ? (
          <GetForm action={href} kept={{ preview: 'yes' }} submit="See what it does…">
            <PermissionBoxes said={chosen} model={model.model} isRole={false} />
          </GetForm>
        ) : (
          <SaidList said={before} model="guide-2026-03" />
        )}
      </Box>
    </>
  );
}
