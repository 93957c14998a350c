import { redirect } from 'next/navigation';
import { accessHref, type AccessPlace } from '#access/access-address';
import { DefaultsView } from './defaults-view';
import { GroupView } from './group-view';
import { GroupsView } from './groups-view';
import { RoleView } from './role-view';
import { RolesView } from './roles-view';
import { SuggestedView } from './suggested-view';
import type { ViewProps } from '#access/view-props';

/** What the address of the page shows of roles, groups and people. */
export function AccessView({ place, ...props }: ViewProps & { place: AccessPlace }) {
  switch (place.view) {
    case 'roles':
      return <RolesView {...props} />;
    case 'role':
      return <RoleView {...props} id={place.id} />;
    case 'defaults':
      return <DefaultsView {...props} />;
    case 'groups':
      return <GroupsView {...props} />;
    case 'group':
      return <GroupView {...props} id={place.id} />;
    case 'people':
    case 'person':
      redirect(accessHref(props.slug, place));
    case 'suggested':
      return <SuggestedView {...props} />;
    default:
      return place satisfies never;
  }
}
