import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { accessHref, allOf, oneOf } from '#access/access-address';
import { changeGroupAction, removeGroupAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { GroupName } from './group-form';
import { GroupPeople } from './group-people';
import { GroupRoles } from './group-roles';
import { MembersPreview } from './members-preview';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';

type Props = ViewProps & { id: string };

/** One group: its roles, its people, its name and end. */
export function GroupView({ id, ...props }: Props) {
  const { slug, access, mayPlace, search } = props;
  const group = access.groups.find((one) => one.id === id);
  if (!group) return <Note icon="minus" title="There is no such group any more." />;
  if (mayPlace && oneOf(search.remove) === 'yes') return <Removal slug={slug} group={group} />;

  return (
    <>
      {group.source === 'scim' ? (
        <Note title={`${group.name} is synced over SCIM.`}>
          Who is in it, and its name, are changed in your identity provider. Its roles are set here.
        </Note>
      ) : null}
      <MembersPreview {...props} group={group} add={allOf(search.add)} out={allOf(search.out)} />
      <GroupRoles {...props} group={group} />
      <GroupPeople {...props} group={group} />
      {mayPlace ? (
        <Box title="Name and end of the group">
          <div className="grid gap-4">
            <GroupName action={changeGroupAction.bind(null, slug)} group={group} />
            <p>
              <LinkButton
                small
                variant="quiet"
                href={accessHref(slug, { view: 'group', id }, { remove: 'yes' })}
              >
                Remove the group…
              </LinkButton>
            </p>
          </div>
        </Box>
      ) : null}
    </>
  );
}

function Removal({ slug, group: { id, name, version } }: { slug: string; group: GroupSummary }) {
  return (
    <ChangePreview
      slug={slug}
      title={`Remove the group ${name}`}
      changes={[{ kind: 'group-removed', group: id }]}
    >
      <SaveForm
        action={removeGroupAction.bind(null, slug)}
        hidden={{ id }}
        version={version}
        submit={`Remove ${name}`}
        primary
        saved={`${name} removed.`}
        closeHref={accessHref(slug, { view: 'groups' })}
      />
    </ChangePreview>
  );
}
