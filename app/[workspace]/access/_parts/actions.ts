'use server';

import { acceptRisk } from '#lib/commands/acceptances/accept-risk';
import { addToGroup } from '#lib/commands/access/add-to-group';
import { changeGroup } from '#lib/commands/access/change-group';
import { changePerson } from '#lib/commands/access/change-person';
import { changeRole } from '#lib/commands/access/change-role';
import { createGroup } from '#lib/commands/access/create-group';
import { createPerson } from '#lib/commands/access/create-person';
import { createRole } from '#lib/commands/access/create-role';
import { createSuggestedGroups } from '#lib/commands/access/create-suggested-groups';
import { removeFromGroup } from '#lib/commands/access/remove-from-group';
import { removeGroup } from '#lib/commands/access/remove-group';
import { removePerson } from '#lib/commands/access/remove-person';
import { removeRole } from '#lib/commands/access/remove-role';
import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import { formBoolean, formInteger, formJson, formOptional, toAction } from '#lib/shell/server-action';

const version = formInteger;

export const setDefaultsAction = toAction(setWorkspaceDefaults, { permissions: formJson, version });
export const createRoleAction = toAction(createRole);
export const changeRoleAction = toAction(changeRole, { permissions: formJson, version });
export const removeRoleAction = toAction(removeRole, { version });
export const createGroupAction = toAction(createGroup);
export const changeGroupAction = toAction(changeGroup, { version });
export const removeGroupAction = toAction(removeGroup, { version });
export const setGroupRolesAction = toAction(setGroupRoles, { roles: formJson, version });
export const addToGroupAction = toAction(addToGroup, { people: formJson });
export const removeFromGroupAction = toAction(removeFromGroup, { people: formJson });
export const createPersonAction = toAction(createPerson);
export const changePersonAction = toAction(changePerson, { isActive: formBoolean, version });
export const removePersonAction = toAction(removePerson, { version });
export const createSuggestedGroupsAction = toAction(createSuggestedGroups, { keepDefaults: formBoolean });
export const acceptLossAction = toAction(acceptRisk, { endsOn: formOptional, version });
