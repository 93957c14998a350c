import { Box } from '#components/ui/box';
import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { rolesOf } from '#lib/domain/rbac/access-facts';
import { readDirectRoles } from '#lib/queries/access';
import { requireContext } from '#lib/shell/context';
import { accessHref, allOf, oneOf } from './access-address';
import { setDirectRolesAction } from './actions';
import { ChangePreview } from './change-preview';
import { GetForm } from './get-form';
import { SaveForm } from './save-form';
import type { ViewProps } from './view-props';

type Props = ViewProps & { person: { id: string; name: string } };

/** Which roles somebody has directly, changed in two steps. Nothing in the guide's model, which knows no such roles. */
export async function DirectRoles(props: Props) {
  const { slug, access, mayGrant, search, person } = props;
  if (access.model.model !== 'tri-state') return null;
  const own = await readDirectRoles(await requireContext(slug), { id: person.id });
  if (!own) return null;
  const isPreview = mayGrant && oneOf(search.preview) === 'direct';
  const asked = allOf(search.direct);
  const chosen = isPreview ? access.roles.map(({ id }) => id).filter((id) => asked.includes(id)) : own.roles;
  return (
    <>
      {isPreview ? <Preview {...props} chosen={chosen} version={own.version} before={own.roles} /> : null}
      <Box title="Direct roles" meta="Besides those of the groups">
        {mayGrant && access.roles.length > 0 ? (
          <GetForm
            action={accessHref(slug, { view: 'person', id: person.id })}
            kept={{ preview: 'direct' }}
            submit="See what it does…"
          >
            <ChoiceGroup
              legend="Roles"
              hint="Any role switches the workspace defaults off, but for its Defaults."
            >
              {access.roles.map(({ id, name }) => (
                <Checkbox key={id} name="direct" value={id} defaultChecked={chosen.includes(id)}>
                  {name}
                </Checkbox>
              ))}
            </ChoiceGroup>
          </GetForm>
        ) : (
          <p>{namesIn(props, own.roles)}</p>
        )}
      </Box>
    </>
  );
}

const namesIn = ({ access }: Pick<Props, 'access'>, ids: readonly string[]): string =>
  rolesOf(ids, access)
    .map(({ name }) => name)
    .join(', ') || 'none';

type PreviewProps = Props & { chosen: readonly string[]; before: readonly string[]; version: number };

function Preview({ chosen, before, version, ...props }: PreviewProps) {
  const { slug, person } = props;
  return (
    <ChangePreview
      slug={slug}
      title={`Direct roles of ${person.name}, as you chose them`}
      changes={[{ kind: 'direct-roles-changed', person: person.id, roles: chosen }]}
      summary={<p>{`Before: ${namesIn(props, before)}. After: ${namesIn(props, chosen)}.`}</p>}
    >
      <SaveForm
        action={setDirectRolesAction.bind(null, slug)}
        hidden={{ id: person.id, roles: JSON.stringify(chosen) }}
        version={version}
        submit={`Set the direct roles of ${person.name}`}
        primary
        saved="Direct roles set."
        closeHref={accessHref(slug, { view: 'person', id: person.id })}
      />
    </ChangePreview>
  );
}
