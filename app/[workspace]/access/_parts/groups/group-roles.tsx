import { Box } from '#components/ui/box';
import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { rolesOf, type AccessFacts, type GroupSummary } from '#lib/domain/rbac/access-facts';
import type { AccessChange } from '#lib/domain/rbac/everyone/what-if';
import { accessHref, allOf, oneOf } from '#access/access-address';
import { setGroupRolesAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { GetForm } from '#access/get-form';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';

type Props = ViewProps & { group: GroupSummary };

/** Row 2.3: which roles a group has, changed in two steps. */
export function GroupRoles(props: Props) {
  const { slug, access, mayGrant, search, group } = props;
  const isPreview = mayGrant && oneOf(search.preview) === 'roles';
  const chosen = access.roles.map(({ id }) => id).filter((id) => allOf(search.assign).includes(id));

  return (
    <>
      {isPreview ? <Preview {...props} chosen={chosen} /> : null}
      <Box title={`Roles of ${group.name}`}>
        {mayGrant && access.roles.length > 0 ? (
          <GetForm
            action={accessHref(slug, { view: 'group', id: group.id })}
            kept={{ preview: 'roles' }}
            submit="See what it does…"
          >
            <ChoiceGroup
              legend="Roles"
              hint="Any role, even an empty one, switches the workspace defaults off."
            >
              {access.roles.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  name="assign"
                  value={id}
                  defaultChecked={(isPreview ? chosen : group.roleIds).includes(id)}
                >
                  {name}
                </Checkbox>
              ))}
            </ChoiceGroup>
          </GetForm>
        ) : (
          <p>
            {namesIn(access, group.roleIds)}{' '}
            <span className="meta">
              {mayGrant ? 'There is no role to assign yet.' : 'The workspace owner assigns roles.'}
            </span>
          </p>
        )}
      </Box>
    </>
  );
}

const namesIn = (access: AccessFacts, ids: readonly string[]): string =>
  rolesOf(ids, access)
    .map(({ name }) => name)
    .join(', ') || 'none';

/** Takes away what is no longer chosen, and adds what is new. */
const rolesChanges = ({ id: group, roleIds }: GroupSummary, chosen: readonly string[]): AccessChange[] => [
  ...roleIds
    .filter((role) => !chosen.includes(role))
    .map((role) => ({ kind: 'group-role-removed' as const, group, role })),
  ...chosen
    .filter((role) => !roleIds.includes(role))
    .map((role) => ({ kind: 'group-role-added' as const, group, role })),
];

function Preview({ slug, access, group, chosen }: Props & { chosen: string[] }) {
  return (
    <ChangePreview
      slug={slug}
      title={`Roles of ${group.name}, as you chose them`}
      changes={rolesChanges(group, chosen)}
      summary={<p>{`Before: ${namesIn(access, group.roleIds)}. After: ${namesIn(access, chosen)}.`}</p>}
    >
      <SaveForm
        action={setGroupRolesAction.bind(null, slug)}
        hidden={{ id: group.id, roles: JSON.stringify(chosen) }}
        version={group.rolesVersion}
        submit={`Set the roles of ${group.name}`}
        primary
        saved="Roles set."
        closeHref={accessHref(slug, { view: 'group', id: group.id })}
      />
    </ChangePreview>
  );
}
