import { levelOf, type Grant } from '#lib/domain/rbac/grants';
import { peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel, type PermissionCatalog } from '#lib/domain/rbac/permission';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';
import type { ConsoleStep, DirectRoleStep } from './console-step';

/** Where in the vendor's console something is done. */
export type ConsolePlaceName = 'roles' | 'defaults' | 'groups';

/** The place of a step: custom roles and who has them, the permissions of everybody else, groups. */
export function placeOf({ kind }: ConsoleStep): ConsolePlaceName {
  if (kind === 'default-set') return 'defaults';
  return kind.startsWith('members-') || /^group-(created|renamed|removed)$/.test(kind) ? 'groups' : 'roles';
}

/** How the vendor writes what a role or the default role says of a permission. */
type Words = { catalog: PermissionCatalog; model: ResolutionModel };

/** What to set a permission to: on, off, a level, or the default that the tri-state model knows. */
function settingWords(permission: string, grant: Grant | null, { catalog, model }: Words): string {
  if (grant === null) return model === 'tri-state' ? 'Default' : 'off';
  const named = catalog[permission]?.levels?.[levelOf(grant) - 1];
  if (named !== undefined) return `“${named}”`;
  return grant === false ? 'off' : 'on';
}

/** A step in one line: what to do, with the names to look for. */
export function stepWords(step: ConsoleStep, words: Words): string {
  const setTo = ({ permission, to }: { permission: string; to: Grant | null }) =>
    `${permissionLabel(permission, words.catalog)} to ${settingWords(permission, to, words)}`;
  switch (step.kind) {
    case 'role-created':
      return `Create the custom role ${step.name}`;
    case 'role-renamed':
      return `Rename the custom role ${step.before} to ${step.name}`;
    case 'role-removed':
      return `Delete the custom role ${step.name}`;
    case 'permission-set':
      return `In the custom role ${step.name}, set ${setTo(step)}`;
    case 'default-set':
      return `For everybody without a custom role, set ${setTo(step)}`;
    case 'direct-role-given':
      return `Give the custom role ${step.name} directly to ${peopleWords(step.persons.length)}`;
    case 'direct-role-taken':
      return `Take the custom role ${step.name} from ${peopleWords(step.persons.length)} who ${haveWord(step)} it directly`;
    default:
      return groupWords(step);
  }
}

const haveWord = ({ persons }: DirectRoleStep) => (persons.length === 1 ? 'has' : 'have');

function groupWords(step: Extract<ConsoleStep, { group: string }>): string {
  switch (step.kind) {
    case 'group-created':
      return `Create the group ${step.name}`;
    case 'group-renamed':
      return `Rename the group ${step.before} to ${step.name}`;
    case 'group-removed':
      return `Delete the group ${step.name}`;
    case 'group-role-added':
      return `Assign the custom role ${step.roleName} to the group ${step.name}`;
    case 'group-role-removed':
      return `Take the custom role ${step.roleName} from the group ${step.name}`;
    case 'members-added':
      return `Add ${peopleWords(step.persons.length)} to the group ${step.name}`;
    default:
      return `Remove ${peopleWords(step.persons.length)} from the group ${step.name}`;
  }
}

/**
 * What to know on top of the one line: of a new role, every permission to set and what to leave alone; of one that
 * goes, how many people have it directly.
 */
export function stepDetails(step: ConsoleStep, words: Words): string[] {
  if (step.kind === 'role-removed' && step.persons.length > 0) {
    return [`${peopleWords(step.persons.length)} ${haveWord(step)} it directly.`];
  }
  if (step.kind !== 'role-created') return [];
  const said = Object.entries(step.permissions);
  const rest =
    words.model === 'tri-state' ? 'Leave everything else at Default.' : 'Leave everything else off.';
  return [
    ...said.map(
      ([permission, grant]) =>
        `Set ${permissionLabel(permission, words.catalog)} to ${settingWords(permission, grant, words)}.`,
    ),
    said.length === 0 ? rest.replace('everything else', 'every permission') : rest,
  ];
}

/** Names to put on the clipboard, each with what it is. */
export function stepNames(step: ConsoleStep): { label: string; text: string }[] {
  switch (step.kind) {
    case 'default-set':
      return [];
    case 'role-created':
    case 'role-renamed':
    case 'role-removed':
    case 'permission-set':
    case 'direct-role-given':
    case 'direct-role-taken':
      return [{ label: 'Copy the role’s name', text: step.name }];
    case 'group-role-added':
    case 'group-role-removed':
      return [
        { label: 'Copy the role’s name', text: step.roleName },
        { label: 'Copy the group’s name', text: step.name },
      ];
    default:
      return [{ label: 'Copy the group’s name', text: step.name }];
  }
}
