import 'server-only';
import { changeGroup } from '#lib/commands/access/change-group';
import { changePerson } from '#lib/commands/access/change-person';
import { changeRole } from '#lib/commands/access/change-role';
import { createGroup } from '#lib/commands/access/create-group';
import { createPerson } from '#lib/commands/access/create-person';
import { createRole } from '#lib/commands/access/create-role';
import { createSuggestedGroups } from '#lib/commands/access/create-suggested-groups';
import { removeGroup } from '#lib/commands/access/remove-group';
import { removePerson } from '#lib/commands/access/remove-person';
import { removeRole } from '#lib/commands/access/remove-role';
import { setDirectRoles } from '#lib/commands/access/set-direct-roles';
import { setGroupMembers } from '#lib/commands/access/set-group-members';
import { setGroupRoles } from '#lib/commands/access/set-group-roles';
import { setResolutionModel } from '#lib/commands/access/set-resolution-model';
import { setWorkspaceDefaults } from '#lib/commands/access/set-workspace-defaults';
import {
  readDefaults,
  readDirectRoles,
  readGroup,
  readGroupRoles,
  readGroups,
  readResolutionModel,
  readRole,
  readRoles,
} from '#lib/queries/access';
import { readFindings } from '#lib/queries/findings';
import { readPeople, readPersonAccess } from '#lib/queries/people';
import { readPeopleCsv } from '#lib/queries/people-file';
import { readProfiles } from '#lib/queries/profiles';
import { readWho, readWhoCsv } from '#lib/queries/who';
import type { Operations } from './operation';

/** Step 2: the workspace defaults, custom roles, groups and people. */
export const accessOperations = {
  '/access/model': {
    get: { summary: 'By which model several roles become one access', of: readResolutionModel },
    put: { summary: 'Choose the model by which several roles become one access', of: setResolutionModel },
  },
  '/access/default-role': {
    get: { summary: 'What people without any custom role may do', of: readDefaults },
    put: { summary: 'Say what people without any custom role may do', of: setWorkspaceDefaults },
  },
  '/access/roles': {
    get: { summary: 'Every custom role', of: readRoles },
    post: { summary: 'Add a custom role', of: createRole },
  },
  '/access/roles/{id}': {
    get: { summary: 'One custom role', of: readRole },
    put: { summary: 'Change a custom role; with version 0 add it under this id', of: changeRole },
    delete: { summary: 'Remove a custom role from everybody', of: removeRole },
  },
  '/access/groups': {
    get: { summary: 'Every group, with roles and number of people', of: readGroups },
    post: { summary: 'Add a group', of: createGroup },
  },
  '/access/groups/{id}': {
    get: { summary: 'One group, with roles and number of people', of: readGroup },
    put: { summary: 'Change a group; with version 0 add it under this id', of: changeGroup },
    delete: { summary: 'Remove a group', of: removeGroup },
  },
  '/access/groups/{id}/roles': {
    get: { summary: 'Which roles a group has', of: readGroupRoles },
    put: { summary: 'Say which roles a group has', of: setGroupRoles },
  },
  '/access/groups/{id}/members': { put: { summary: 'Say who is in a group', of: setGroupMembers } },
  '/access/people': {
    get: { summary: 'The customer’s people, a page at a time', of: readPeople },
    post: { summary: 'Add a person', of: createPerson },
  },
  '/access/people.csv': {
    get: { summary: 'All people a filter means, as a file', of: readPeopleCsv, gives: 'text/csv' },
  },
  '/access/people/{id}': {
    get: { summary: 'What one person may do, and why', of: readPersonAccess },
    put: {
      summary: 'Change or deactivate a person; with version 0 add them under this id',
      of: changePerson,
    },
    delete: { summary: 'Remove a person', of: removePerson },
  },
  '/access/people/{id}/roles': {
    get: { summary: 'Which roles a person has directly', of: readDirectRoles },
    put: { summary: 'Say which roles a person has directly', of: setDirectRoles },
  },
  '/access/who': { get: { summary: 'Who has a permission: how many, and a page of them', of: readWho } },
  '/access/who.csv': {
    get: { summary: 'Everybody who has a permission, as a file', of: readWhoCsv, gives: 'text/csv' },
  },
  '/access/profiles': { get: { summary: 'People with the same access, counted', of: readProfiles } },
  '/access/findings': {
    get: {
      summary: 'What was found among roles, groups and people, and what is accepted of it',
      of: readFindings,
    },
  },
  '/access/suggested-groups': {
    post: { summary: 'Make the groups Codex Users and Codex Admin', of: createSuggestedGroups },
  },
} as const satisfies Operations;
