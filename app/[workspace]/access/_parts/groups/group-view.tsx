import { accessHref, allOf, oneOf } from '#access/access-address';
import { changeGroupAction } from '#access/actions';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import type { GroupSummary } from '#lib/domain/rbac/access-facts';
import { GroupName } from './group-form';
import { GroupPeople } from './group-people';
import { GroupRemoval } from './group-removal';
import { GroupRoles } from './group-roles';
import { MembersPreview } from './members-preview';

type Props = ViewProps & { group: GroupSummary };

/** One group: its roles, its people, its name and end. */
export function GroupView(props: Props) {
  const { slug, mayPlace, search, group } = props;
  const { id } = group;
  if (mayPlace && oneOf(search.remove) === 'yes') return <GroupRemoval slug={slug} group={group} />;

  return (
    <>
      {group.source === 'scim' ? (
        <Note title={`${group.name} is synced over SCIM.`}>
          Who is in it, and its name, are changed in your identity provider. Its roles are set here.
        </Note>
      ) : null}
      <MembersPreview {...props} add={allOf(search.add)} out={allOf(search.out)} />
      <GroupRoles {...props} />
      <GroupPeople {...props} />
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
