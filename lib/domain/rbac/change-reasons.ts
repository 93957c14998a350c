import { namesWords } from './counted';
import type { Standing } from './everyone/standing';
import type { Path } from './resolve-access';

/** Names for the ids that a reason is about. */
export type Names = { group(id: string): string; role(id: string): string };

/** Somebody before some changes and after them. */
export type BeforeAfter = { before: Standing; after: Standing };

const deactivated = 'Deactivated people have no access.';
const pathsTold = 3;

/** Why somebody loses `permissions`, in plain sentences. */
export function lossReason(
  permissions: readonly string[],
  { before, after }: BeforeAfter,
  names: Names,
): string {
  if (!after.isActive) return deactivated;
  if (before.access.usesDefault && !after.access.usesDefault) return switchedOff(after, names);
  const sentences = permissions.flatMap((key) => {
    const paths = before.access.granted.get(key)?.paths ?? [];
    if (paths.length === 0) return ['The workspace defaults grant less than before.'];
    return paths.map((path) => pathGone(path, after, names));
  });
  return once(sentences);
}

/** Why somebody gains `permissions`, in plain sentences. */
export function gainReason(
  permissions: readonly string[],
  { before, after }: BeforeAfter,
  names: Names,
): string {
  if (after.access.usesDefault) {
    return before.access.usesDefault
      ? 'The workspace defaults grant more than before.'
      : 'No custom role any more, so the workspace defaults apply.';
  }
  const paths = permissions.flatMap((key) => after.access.granted.get(key)?.paths ?? []);
  return once(paths.map((path) => pathWords(path, names)));
}

/** Why the workspace defaults no longer apply to somebody. */
export const leavesReason = ({ after }: BeforeAfter, names: Names): string =>
  after.isActive ? switchedOff(after, names) : deactivated;

/** Names of the groups by which some changes meet somebody. */
export function changedThrough({ before, after }: BeforeAfter, names: Names): string[] {
  const ids = new Set([...before.groups.keys(), ...after.groups.keys()]);
  return [...ids].filter((id) => hasChanged(id, before, after)).map((id) => names.group(id));
}

function hasChanged(id: string, before: Standing, after: Standing): boolean {
  const [one = [], other = []] = [before.groups.get(id), after.groups.get(id)];
  return one.length !== other.length || one.some((role) => !other.includes(role));
}

function switchedOff(after: Standing, names: Names): string {
  const ways = [...after.groups].flatMap(([group, roles]) =>
    roles.map((role) => `${names.role(role.id)} through ${names.group(group)}`),
  );
  const direct = after.direct.map(({ id }) => `${names.role(id)}, given directly`);
  return `A custom role switches the workspace defaults off: ${namesWords([...ways, ...direct], pathsTold)}.`;
}

function pathGone({ groupId, roleId }: Path, after: Standing, names: Names): string {
  const role = names.role(roleId);
  if (groupId === null) {
    const isKept = after.direct.some(({ id }) => id === roleId);
    return isKept
      ? `${role}, given directly, grants less than before.`
      : `${role} is no longer given directly.`;
  }
  const group = names.group(groupId);
  const roles = after.groups.get(groupId);
  if (!roles) return `No longer in ${group}, which gives the role ${role}.`;
  return roles.some(({ id }) => id === roleId)
    ? `${role}, through ${group}, grants less than before.`
    : `${group} no longer has the role ${role}.`;
}

const pathWords = ({ groupId, roleId }: Path, names: Names): string =>
  groupId === null
    ? `Given directly, role ${names.role(roleId)}.`
    : `Through ${names.group(groupId)}, role ${names.role(roleId)}.`;

function once(sentences: readonly string[]): string {
  const each = [...new Set(sentences)];
  const rest = each.length - pathsTold;
  if (rest <= 0) return each.join(' ');
  return `${each.slice(0, pathsTold).join(' ')} ${rest === 1 ? 'One more way.' : `${rest} more ways.`}`;
}
